package org.cotangent.ad.linalg;

/**
 * Linear algebra on flat arrays, row by row, for methods that are {@code @Differentiable} and others.
 * Element (i, j) of a matrix of n columns is number i · n + j. Inputs are never modified, outputs are
 * arrays of the caller, overwritten, and none of the inputs; nothing depends on threads.
 *
 * <p>An array whose length does not fit its shape is an {@link IllegalArgumentException}.
 */
public final class Matrices {

    private Matrices() {}

    /**
     * C = A B.
     *
     * @param a m x k
     * @param b k x n
     * @param c m x n, overwritten
     */
    public static void multiply(double[] a, double[] b, int m, int k, int n, double[] c) {
        MatrixProducts.product(1, false, a, false, b, m, k, n, c);
    }

    /**
     * C = Aᵀ B.
     *
     * @param a k x m
     * @param b k x n
     * @param c m x n, overwritten
     */
    public static void multiplyLeftTransposed(double[] a, double[] b, int m, int k, int n, double[] c) {
        MatrixProducts.product(1, true, a, false, b, m, k, n, c);
    }

    /**
     * C = A Bᵀ.
     *
     * @param a m x k
     * @param b n x k
     * @param c m x n, overwritten
     */
    public static void multiplyRightTransposed(double[] a, double[] b, int m, int k, int n, double[] c) {
        MatrixProducts.product(1, false, a, true, b, m, k, n, c);
    }

    /**
     * C = Aᵀ Bᵀ.
     *
     * @param a k x m
     * @param b n x k
     * @param c m x n, overwritten
     */
    public static void multiplyBothTransposed(double[] a, double[] b, int m, int k, int n, double[] c) {
        MatrixProducts.product(1, true, a, true, b, m, k, n, c);
    }

    /**
     * y = A x.
     *
     * @param a m x n
     * @param x length n
     * @param y length m, overwritten
     */
    public static void multiplyVector(double[] a, double[] x, int m, int n, double[] y) {
        MatrixProducts.product(1, false, a, false, x, m, n, 1, y);
    }

    /**
     * y = Aᵀ x.
     *
     * @param a m x n
     * @param x length m
     * @param y length n, overwritten
     */
    public static void multiplyVectorTransposed(double[] a, double[] x, int m, int n, double[] y) {
        MatrixProducts.product(1, true, a, false, x, n, m, 1, y);
    }

    /**
     * The sum of the diagonal.
     *
     * @param a n x n
     */
    public static double trace(double[] a, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[i * (n + 1)];
        }
        return sum;
    }

    /** The root of the sum of squares of all elements; its derivative at 0 is taken as 0. */
    public static double frobeniusNorm(double[] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * a[i];
        }
        return Math.sqrt(sum);
    }
}
