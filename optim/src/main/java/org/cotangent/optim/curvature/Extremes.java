package org.cotangent.optim.curvature;

import java.util.Locale;

/** The ends of the spectrum of a symmetric operator. Immutable. */
public final class Extremes {

    private final Eigenpair low;
    private final Eigenpair high;
    private final long products;

    Extremes(Eigenpair low, Eigenpair high, long products) {
        this.low = low;
        this.high = high;
        this.products = products;
    }

    /** The smallest eigenvalue, the most negative one if there are such. */
    public double smallest() {
        return low.value();
    }

    /** The largest eigenvalue: of a Hessian, the sharpness. */
    public double largest() {
        return high.value();
    }

    /** About how far {@link #smallest} may be from an eigenvalue. */
    public double smallestError() {
        return low.error();
    }

    /** About how far {@link #largest} may be from an eigenvalue. */
    public double largestError() {
        return high.error();
    }

    /** A copy of the eigenvector of {@link #smallest}, length n, norm 1. */
    public double[] smallestVector() {
        return low.vector();
    }

    /** A copy of the eigenvector of {@link #largest}, length n, norm 1. */
    public double[] largestVector() {
        return high.vector();
    }

    /** How many products with the operator were taken. */
    public long products() {
        return products;
    }

    /** Whether both ends have the accuracy asked for. */
    public boolean converged() {
        return low.converged() && high.converged();
    }

    /**
     * The condition number: largest over smallest eigenvalue of a positive definite operator; infinite
     * if the smallest one cannot be told from 0, NaN if it is negative.
     */
    public double condition() {
        if (low.value() < -low.error()) {
            return Double.NaN;
        }
        return low.value() > low.error() ? high.value() / low.value() : Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "eigenvalues from %.9g ± %.1e to %.9g ± %.1e by %d products%s",
                low.value(),
                low.error(),
                high.value(),
                high.error(),
                products,
                converged() ? "" : ", not converged: allow more of them by withProducts");
    }
}
