package org.cotangent.ad.linalg;

import org.cotangent.ad.linalg.kernel.Kernels;
import org.cotangent.ad.linalg.kernel.ProductKernel.Block;

/**
 * P A = L U with row exchanges (Golub and Van Loan 2013, section 3.4.1, by blocks): computed once and used any
 * number of times, reverse sweeps included. A factorisation is an array of n · n + n numbers: L without its
 * diagonal of ones below, U above, then the number of the row that stands in each place.
 *
 * <p>It carries no derivative. Routines that use it take the matrix too, for the derivative by it.
 */
public final class LuFactorisation {

    private static final int SIZE = 32;

    /** Condition numbers from here on mean that no digit is right: 1 / eps. */
    private static final double LARGEST_CONDITION = 0x1p52;

    private LuFactorisation() {}

    /**
     * Factorises, whether the matrix is singular or not.
     *
     * @param a n x n, not modified
     * @param lu length n · n + n, overwritten
     */
    public static void factor(double[] a, int n, double[] lu) {
        Shape.require("a", a, n, n);
        Shape.require("lu", lu, n * n + n);
        System.arraycopy(a, 0, lu, 0, n * n);
        for (int i = 0; i < n; i++) {
            lu[n * n + i] = i;
        }
        Block whole = Block.rows(lu, 0, n);
        for (int k = 0; k < n; k += SIZE) {
            int size = Math.min(SIZE, n - k);
            panel(lu, n, k, size);
            int rest = n - k - size;
            if (rest > 0) {
                Triangle.solve(whole.from(k, k), true, true, size, whole.from(k, k + size), rest);
                Block below = whole.from(k + size, k);
                Kernels.chosen()
                        .addProduct(
                                -1, below, whole.from(k, k + size), rest, size, rest, whole.from(k + size, k + size));
            }
        }
    }

    private static void panel(double[] lu, int n, int first, int size) {
        for (int k = first; k < first + size; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(lu[i * n + k]) > Math.abs(lu[pivot * n + k])) {
                    pivot = i;
                }
            }
            if (pivot != k) {
                exchange(lu, n, k, pivot);
            }
            double diagonal = lu[k * n + k];
            if (diagonal != 0) {
                eliminate(lu, n, k, first + size, diagonal);
            }
        }
    }

    private static void exchange(double[] lu, int n, int first, int second) {
        for (int j = 0; j < n; j++) {
            double kept = lu[first * n + j];
            lu[first * n + j] = lu[second * n + j];
            lu[second * n + j] = kept;
        }
        double kept = lu[n * n + first];
        lu[n * n + first] = lu[n * n + second];
        lu[n * n + second] = kept;
    }

    private static void eliminate(double[] lu, int n, int k, int end, double diagonal) {
        for (int i = k + 1; i < n; i++) {
            double factor = lu[i * n + k] / diagonal;
            lu[i * n + k] = factor;
            for (int j = k + 1; j < end; j++) {
                lu[i * n + j] -= factor * lu[k * n + j];
            }
        }
    }

    /**
     * op(A) X = B.
     *
     * @param transposed whether op transposes
     * @param a n x n, not modified, read only to tell how singular it is
     * @param lu its factorisation, not modified
     * @param b n x columns, not modified
     * @param x n x columns, overwritten
     * @throws SingularMatrixException if A is, to working precision
     */
    public static void solve(boolean transposed, double[] a, double[] lu, double[] b, int n, int columns, double[] x) {
        Shape.require("a", a, n, n);
        Shape.require("lu", lu, n * n + n);
        Shape.require("b", b, n, columns);
        Shape.require("x", x, n, columns);
        requireRegular(a, lu, n);
        solveRegular(transposed, lu, b, n, columns, x);
    }

    /** Which row of the matrix became the i-th. */
    private static int row(double[] lu, int n, int i) {
        return (int) lu[n * n + i];
    }

    private static void solveRegular(boolean transposed, double[] lu, double[] b, int n, int columns, double[] x) {
        Block whole = Block.rows(lu, 0, n);
        if (!transposed) {
            for (int i = 0; i < n; i++) {
                System.arraycopy(b, row(lu, n, i) * columns, x, i * columns, columns);
            }
            Triangle.solve(whole, true, true, n, Block.rows(x, 0, columns), columns);
            Triangle.solve(whole, false, false, n, Block.rows(x, 0, columns), columns);
            return;
        }
        double[] ordered = b.clone();
        Triangle.solve(whole.transposed(), true, false, n, Block.rows(ordered, 0, columns), columns);
        Triangle.solve(whole.transposed(), false, true, n, Block.rows(ordered, 0, columns), columns);
        for (int i = 0; i < n; i++) {
            System.arraycopy(ordered, i * columns, x, row(lu, n, i) * columns, columns);
        }
    }

    /** Small pivots beside large ones arouse suspicion; the condition decides. */
    private static void requireRegular(double[] a, double[] lu, int n) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double pivot = Math.abs(lu[i * n + i]);
            if (pivot == 0) {
                throw SingularMatrixException.pivot(n, i);
            }
            smallest = Math.min(smallest, pivot);
            largest = Math.max(largest, pivot);
        }
        if (largest / smallest > LARGEST_CONDITION / (64.0 * n)) {
            double condition = condition(a, lu, n);
            if (condition >= LARGEST_CONDITION) {
                throw SingularMatrixException.condition(n, condition, LARGEST_CONDITION);
            }
        }
    }

    /** The condition in the 1-norm, estimated from below (Hager 1984), mostly within a factor of 3. */
    static double condition(double[] a, double[] lu, int n) {
        double[] x = new double[n];
        double[] y = new double[n];
        double[] z = new double[n];
        java.util.Arrays.fill(x, 1.0 / n);
        double estimate = 0;
        for (int turn = 0; turn < 5; turn++) {
            solveRegular(false, lu, x, n, 1, y);
            double norm = 0;
            for (int i = 0; i < n; i++) {
                norm += Math.abs(y[i]);
                y[i] = Math.signum(y[i]);
            }
            if (norm <= estimate) {
                break;
            }
            estimate = norm;
            solveRegular(true, lu, y, n, 1, z);
            int best = 0;
            for (int i = 1; i < n; i++) {
                best = Math.abs(z[i]) > Math.abs(z[best]) ? i : best;
            }
            java.util.Arrays.fill(x, 0);
            x[best] = 1;
        }
        double norm = 0;
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += Math.abs(a[i * n + j]);
            }
            norm = Math.max(norm, sum);
        }
        return estimate * norm;
    }

    /**
     * The determinant.
     *
     * @param a n x n, not read: for derivatives
     */
    public static double determinant(double[] a, double[] lu, int n) {
        Shape.require("a", a, n, n);
        Shape.require("lu", lu, n * n + n);
        double product = isOdd(lu, n) ? -1 : 1;
        for (int i = 0; i < n; i++) {
            product *= lu[i * n + i];
        }
        return product;
    }

    static boolean isOdd(double[] lu, int n) {
        boolean[] seen = new boolean[n];
        boolean odd = false;
        for (int i = 0; i < n; i++) {
            int length = 0;
            for (int j = i; !seen[j]; j = (int) lu[n * n + j]) {
                seen[j] = true;
                length++;
            }
            odd ^= length > 0 && length % 2 == 0;
        }
        return odd;
    }

    /**
     * The logarithm of the absolute determinant; -∞ if that is 0.
     *
     * @param a n x n, not read: for derivatives
     */
    public static double logDeterminant(double[] a, double[] lu, int n) {
        Shape.require("a", a, n, n);
        Shape.require("lu", lu, n * n + n);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.log(Math.abs(lu[i * n + i]));
        }
        return sum;
    }
}
