package org.cotangent.optim.curvature;

import java.util.Locale;

/** The ends of the spectrum of a symmetric operator. */
public final class Extremes {

    private final double smallest;
    private final double largest;
    private final double smallestError;
    private final double largestError;
    private final double[] smallestVector;
    private final double[] largestVector;
    private final long products;
    private final boolean converged;

    Extremes(End low, End high, long products, boolean converged) {
        smallest = low.value();
        smallestError = low.error();
        smallestVector = low.vector();
        largest = high.value();
        largestError = high.error();
        largestVector = high.vector();
        this.products = products;
        this.converged = converged;
    }

    /** One of them. */
    record End(double value, double error, double[] vector) {}

    /** The smallest eigenvalue, the most negative one if there are such. */
    public double smallest() {
        return smallest;
    }

    /** The largest eigenvalue: of a Hessian, the sharpness. */
    public double largest() {
        return largest;
    }

    /** About how far {@link #smallest} may be from an eigenvalue. */
    public double smallestError() {
        return smallestError;
    }

    /** About how far {@link #largest} may be from an eigenvalue. */
    public double largestError() {
        return largestError;
    }

    /** A copy of the eigenvector of {@link #smallest}, length n, norm 1. */
    public double[] smallestVector() {
        return smallestVector.clone();
    }

    /** A copy of the eigenvector of {@link #largest}, length n, norm 1. */
    public double[] largestVector() {
        return largestVector.clone();
    }

    /** How many products with the operator were taken. */
    public long products() {
        return products;
    }

    /** Whether both ends have the accuracy asked for. */
    public boolean converged() {
        return converged;
    }

    /**
     * The condition number: largest over smallest eigenvalue of a positive definite operator; infinite
     * if the smallest one cannot be told from 0, NaN if it is negative.
     */
    public double condition() {
        if (smallest < -smallestError) {
            return Double.NaN;
        }
        return smallest > smallestError ? largest / smallest : Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "eigenvalues from %.9g ± %.1e to %.9g ± %.1e by %d products%s",
                smallest,
                smallestError,
                largest,
                largestError,
                products,
                converged ? "" : ", not converged: allow more of them by withProducts");
    }
}
