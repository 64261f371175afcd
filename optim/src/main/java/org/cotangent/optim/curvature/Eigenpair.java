package org.cotangent.optim.curvature;

import java.util.Locale;

/** An eigenvalue of a symmetric operator, with how well it is known and its vector. Immutable. */
public final class Eigenpair {

    private final double value;
    private final double error;
    private final double[] vector;
    private final boolean converged;

    Eigenpair(double value, double error, double[] vector, boolean converged) {
        this.value = value;
        this.error = error;
        this.vector = vector;
        this.converged = converged;
    }

    /** The eigenvalue. */
    public double value() {
        return value;
    }

    /** About how far {@link #value} may be from an eigenvalue. */
    public double error() {
        return error;
    }

    /** A copy of the eigenvector, length n, norm 1. */
    public double[] vector() {
        return vector.clone();
    }

    /** Whether it has the accuracy asked for. */
    public boolean converged() {
        return converged;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "eigenvalue %.9g ± %.1e%s", value, error, converged ? "" : ", not converged");
    }
}
