package org.cotangent.ad.linalg;

import org.cotangent.ad.linalg.kernel.Kernels;
import org.cotangent.ad.linalg.kernel.ProductKernel.Block;

/**
 * A = L Lᵀ of a symmetric positive definite matrix, by blocks. Everything here sees (A + Aᵀ) / 2, so
 * derivatives by A are symmetric.
 */
public final class CholeskyFactorisation {

    private static final int SIZE = 32;

    private CholeskyFactorisation() {}

    /**
     * Factorises.
     *
     * @param a n x n, not modified
     * @param l n x n, overwritten: the factor, zeros above the diagonal
     * @throws NotPositiveDefiniteException if A is not
     */
    public static void factor(double[] a, int n, double[] l) {
        Shape.require("a", a, n, n);
        Shape.require("l", l, n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                l[i * n + j] = j > i ? 0 : (a[i * n + j] + a[j * n + i]) / 2;
            }
        }
        Block whole = Block.rows(l, 0, n);
        for (int k = 0; k < n; k += SIZE) {
            int size = Math.min(SIZE, n - k);
            diagonal(l, n, k, k + size);
            int rest = n - k - size;
            if (rest > 0) {
                rightSolve(l, n, k, size, k + size, rest);
                subtractOuter(whole, k, size, n);
            }
        }
    }

    private static void diagonal(double[] l, int n, int first, int end) {
        for (int i = first; i < end; i++) {
            for (int j = first; j <= i; j++) {
                double sum = l[i * n + j];
                for (int p = first; p < j; p++) {
                    sum -= l[i * n + p] * l[j * n + p];
                }
                if (i > j) {
                    l[i * n + j] = sum / l[j * n + j];
                } else if (sum <= 0) {
                    throw new NotPositiveDefiniteException(n, i, sum);
                } else {
                    l[i * n + i] = Math.sqrt(sum);
                }
            }
        }
    }

    /** Rows below become C D⁻ᵀ. */
    private static void rightSolve(double[] l, int n, int k, int size, int start, int rows) {
        for (int i = start; i < start + rows; i++) {
            for (int j = k; j < k + size; j++) {
                double sum = l[i * n + j];
                for (int p = k; p < j; p++) {
                    sum -= l[i * n + p] * l[j * n + p];
                }
                l[i * n + j] = sum / l[j * n + j];
            }
        }
    }

    /** What is below and right of a block column loses its product with itself, the lower half by blocks. */
    private static void subtractOuter(Block l, int k, int size, int n) {
        int step = 2 * SIZE;
        for (int j = k + size; j < n; j += step) {
            int width = Math.min(step, n - j);
            Kernels.chosen().addProduct(-1, l.from(j, k), l.from(j, k).transposed(), n - j, size, width, l.from(j, j));
            for (int i = j; i < j + width; i++) {
                java.util.Arrays.fill(l.array(), i * n + i + 1, i * n + j + width, 0);
            }
        }
    }

    /**
     * A X = B.
     *
     * @param a n x n, not read: for derivatives
     * @param l the factor of A, not modified
     * @param b n x columns, not modified
     * @param x n x columns, overwritten
     */
    public static void solve(double[] a, double[] l, double[] b, int n, int columns, double[] x) {
        Shape.require("a", a, n, n);
        Shape.require("l", l, n, n);
        Shape.require("b", b, n, columns);
        Shape.require("x", x, n, columns);
        System.arraycopy(b, 0, x, 0, x.length);
        Block whole = Block.rows(l, 0, n);
        Triangle.solve(whole, true, false, n, Block.rows(x, 0, columns), columns);
        Triangle.solve(whole.transposed(), false, false, n, Block.rows(x, 0, columns), columns);
    }

    /**
     * The logarithm of the determinant of A.
     *
     * @param a n x n, not read: for derivatives
     * @param l the factor of A
     */
    public static double logDeterminant(double[] a, double[] l, int n) {
        Shape.require("a", a, n, n);
        Shape.require("l", l, n, n);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.log(l[i * n + i]);
        }
        return 2 * sum;
    }
}
