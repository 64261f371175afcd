package org.cotangent.ad.function;

/** A matrix known by its products: m rows, n columns. */
public interface LinearOperator {

    /** The number of rows m. */
    int rows();

    /** The number of columns n. */
    int columns();

    /**
     * The product A v.
     *
     * @param v length n, not modified
     * @param product receives A v, length m, overwritten, not the same array as {@code v}
     */
    void apply(double[] v, double[] product);
}
