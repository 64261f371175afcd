package org.cotangent.optim.search;

import java.util.Arrays;

/**
 * The factors of a symmetric matrix made positive definite: PᵀAP + E = L D Lᵀ with a diagonal E ≥ 0
 * that is 0 where A is safely positive definite. Gill, Murray, Wright (1981), Practical Optimization,
 * section 4.4.2.2, with the pivoting of its algorithm MC (steps MC1 to MC5).
 */
final class ModifiedCholesky {

    private final int n;
    /** Row by row; below the diagonal first c_ij and then l_ij of the book, on it d_j. */
    private final double[] a;

    private final int[] order;
    private final double[] work;
    private double largestShift;
    private int flattest;
    private double flattestPivot;

    ModifiedCholesky(int dimension) {
        n = dimension;
        a = new double[Math.multiplyExact(n, n)];
        order = new int[n];
        work = new double[n];
    }

    /**
     * Factors a matrix.
     *
     * @param matrix n × n, row by row, its lower triangle is used, not modified
     */
    void factor(double[] matrix) {
        System.arraycopy(matrix, 0, a, 0, a.length);
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        double diagonal = 0;
        double rest = 0;
        for (int i = 0; i < n; i++) {
            diagonal = Math.max(diagonal, Math.abs(a[i * n + i]));
            for (int j = 0; j < i; j++) {
                rest = Math.max(rest, Math.abs(a[i * n + j]));
            }
        }
        // β² and δ of step MC1.
        double ulp = Math.ulp(1.0);
        double spread = Math.max(1, Math.sqrt((double) n * n - 1));
        double bound = Math.max(Math.max(diagonal, rest / spread), ulp);
        double least = ulp * Math.max(diagonal + rest, Double.MIN_NORMAL / ulp);
        largestShift = 0;
        flattestPivot = Double.POSITIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            exchange(j, largestPivot(j));
            eliminate(j, bound, least);
        }
    }

    private int largestPivot(int j) {
        int largest = j;
        for (int i = j + 1; i < n; i++) {
            if (Math.abs(a[i * n + i]) > Math.abs(a[largest * n + largest])) {
                largest = i;
            }
        }
        return largest;
    }

    /** Exchanges two rows and columns of the lower triangle. */
    private void exchange(int j, int q) {
        if (j == q) {
            return;
        }
        int kept = order[j];
        order[j] = order[q];
        order[q] = kept;
        for (int k = 0; k < n; k++) {
            if (k != j && k != q) {
                swap(lower(j, k), lower(q, k));
            }
        }
        swap(j * n + j, q * n + q);
    }

    private int lower(int i, int k) {
        return i > k ? i * n + k : k * n + i;
    }

    private void swap(int p, int q) {
        double kept = a[p];
        a[p] = a[q];
        a[q] = kept;
    }

    /** Steps MC3 to MC5: the column j of L, the pivot d_j, and what is left of the matrix. */
    private void eliminate(int j, double bound, double least) {
        double theta = 0;
        for (int i = j + 1; i < n; i++) {
            theta = Math.max(theta, Math.abs(a[i * n + j]));
        }
        double wanted = a[j * n + j];
        double pivot = Math.max(Math.max(least, Math.abs(wanted)), theta * theta / bound);
        largestShift = Math.max(largestShift, pivot - wanted);
        if (wanted < flattestPivot) {
            flattestPivot = wanted;
            flattest = j;
        }
        a[j * n + j] = pivot;
        for (int i = j + 1; i < n; i++) {
            double factor = a[i * n + j] / pivot;
            for (int k = j + 1; k <= i; k++) {
                // Column j still holds c below row i, and l_kj · d_j above it.
                double c = k == i ? a[i * n + j] : a[k * n + j] * pivot;
                a[i * n + k] -= factor * c;
            }
            a[i * n + j] = factor;
        }
    }

    /** Whether E is 0: the matrix is positive definite as it is. */
    boolean isUnchanged() {
        return largestShift == 0;
    }

    /** Solves (A + E) x = right; the arrays may be the same. */
    void solve(double[] right, double[] x) {
        for (int i = 0; i < n; i++) {
            double sum = right[order[i]];
            for (int k = 0; k < i; k++) {
                sum -= a[i * n + k] * work[k];
            }
            work[i] = sum;
        }
        for (int i = 0; i < n; i++) {
            work[i] /= a[i * n + i];
        }
        backward(n - 1, x);
    }

    /** A direction along which an indefinite matrix curves down: Lᵀ v = e_s for the smallest pivot (ibid., section 4.4.2.2). */
    void negativeCurvature(double[] v) {
        Arrays.fill(work, 0);
        work[flattest] = 1;
        backward(flattest, v);
    }

    private void backward(int last, double[] x) {
        for (int i = last; i >= 0; i--) {
            double sum = work[i];
            for (int k = i + 1; k <= last; k++) {
                sum -= a[k * n + i] * work[k];
            }
            work[i] = sum;
        }
        for (int i = 0; i < n; i++) {
            x[order[i]] = i <= last ? work[i] : 0;
        }
    }
}
