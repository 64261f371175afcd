package org.cotangent.optim.leastsquares;

/**
 * A lower triangular L whose inverse makes errors of the data independent and of variance 1, for data
 * with covariance L Lᵀ. Works in place on matrices by rows, n columns each.
 */
interface Whitening {

    /** How many data it is for. */
    int size();

    /** Whether a datum counts at all. */
    default boolean counts(int datum) {
        return true;
    }

    /** How many of them count. */
    default int counted() {
        return size();
    }

    /** Replaces A by L⁻¹ A. */
    void apply(double[] matrix, int columns);

    /** Replaces v by L⁻ᵀ v. */
    void applyTransposed(double[] vector);
}
