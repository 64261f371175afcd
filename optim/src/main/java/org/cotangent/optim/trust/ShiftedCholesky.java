package org.cotangent.optim.trust;

import org.cotangent.optim.run.Vectors;

/**
 * The factorization A + λI = L Lᵀ, which says where it fails: the leading block that is not positive
 * definite any more gives a direction of negative curvature and a bound on the smallest eigenvalue
 * (Moré, Sorensen 1983, section 3). EJML's factorizations say only that they failed.
 */
final class ShiftedCholesky {

    /** A sum waits for each of its terms; as many sums at once keep the processor busy. */
    private static final int ROWS = 4;

    private final int n;
    private final double[] matrix;
    private final double[] lower;
    private double shift;
    private int failedAt;
    private double failedPivot;

    /** A factorization of a matrix by rows, length n·n, symmetric, not modified. */
    ShiftedCholesky(double[] matrix, int n) {
        this.n = n;
        this.matrix = matrix;
        lower = new double[matrix.length];
    }

    /**
     * Factors.
     *
     * @return whether every pivot is larger than {@code least}
     */
    boolean factor(double lambda, double least) {
        shift = lambda;
        for (int first = 0; first < n; first += ROWS) {
            int end = Math.min(n, first + ROWS);
            boolean full = end - first == ROWS;
            if (full) {
                factorLeft(first);
            }
            for (int i = first; i < end; i++) {
                if (!factorRow(i, full ? first : 0, least)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Finishes a row of L from a column on; false if its pivot is too small. */
    private boolean factorRow(int i, int from, double least) {
        for (int j = from; j < i; j++) {
            lower[i * n + j] = (matrix[i * n + j] - rows(i, j, j)) / lower[j * n + j];
        }
        double pivot = matrix[i * n + i] + shift - rows(i, i, i);
        if (!(pivot > least)) {
            failedAt = i;
            failedPivot = pivot;
            return false;
        }
        lower[i * n + i] = Math.sqrt(pivot);
        return true;
    }

    /** What is left of the diagonal block in {@link #ROWS} rows: every sum in its order, but four of them side by side. */
    private void factorLeft(int first) {
        int a = first * n;
        int b = a + n;
        int c = b + n;
        int d = c + n;
        for (int j = 0; j < first; j++) {
            double sumA = 0;
            double sumB = 0;
            double sumC = 0;
            double sumD = 0;
            for (int k = 0; k < j; k++) {
                double entry = lower[j * n + k];
                sumA += lower[a + k] * entry;
                sumB += lower[b + k] * entry;
                sumC += lower[c + k] * entry;
                sumD += lower[d + k] * entry;
            }
            double pivot = lower[j * n + j];
            lower[a + j] = (matrix[a + j] - sumA) / pivot;
            lower[b + j] = (matrix[b + j] - sumB) / pivot;
            lower[c + j] = (matrix[c + j] - sumC) / pivot;
            lower[d + j] = (matrix[d + j] - sumD) / pivot;
        }
    }

    private double rows(int i, int j, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += lower[i * n + k] * lower[j * n + k];
        }
        return sum;
    }

    /** The pivot at which the factorization failed. */
    double failedPivot() {
        return failedPivot;
    }

    /** After a failure: a number that −(the smallest eigenvalue of A) is not below. */
    double boundAfterFailure() {
        int k = failedAt;
        double[] u = new double[k + 1];
        System.arraycopy(lower, k * n, u, 0, k);
        solveTransposed(u, k);
        u[k] = -1;
        return shift - failedPivot / Vectors.dot(u, u);
    }

    /** Replaces v by L⁻¹ v. */
    void solveLower(double[] v) {
        for (int i = 0; i < n; i++) {
            double sum = v[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i * n + k] * v[k];
            }
            v[i] = sum / lower[i * n + i];
        }
    }

    /** Replaces v by L⁻ᵀ v. */
    void solveTransposed(double[] v) {
        solveTransposed(v, n);
    }

    private void solveTransposed(double[] v, int size) {
        for (int i = size - 1; i >= 0; i--) {
            v[i] /= lower[i * n + i];
            for (int k = 0; k < i; k++) {
                v[k] -= lower[i * n + k] * v[i];
            }
        }
    }

    /**
     * A vector that A + λI hardly stretches, by the condition estimate of Cline, Moler, Stewart and
     * Wilkinson (1979), SIAM J. Numer. Anal. 16: L w = e with signs in e that make w grow, then Lᵀz = w.
     *
     * @param z receives it, length n, ‖z‖ = 1
     * @return ‖Lᵀz‖
     */
    double nearNullVector(double[] z) {
        double[] sums = new double[n];
        for (int i = 0; i < n; i++) {
            double up = (1 - sums[i]) / lower[i * n + i];
            double down = (-1 - sums[i]) / lower[i * n + i];
            z[i] = growth(i, up, sums) >= growth(i, down, sums) ? up : down;
            for (int j = i + 1; j < n; j++) {
                sums[j] += lower[j * n + i] * z[i];
            }
        }
        double norm = Vectors.norm(z);
        solveTransposed(z);
        double stretched = Vectors.norm(z);
        Vectors.scale(1 / stretched, z);
        return norm / stretched;
    }

    private double growth(int i, double candidate, double[] sums) {
        double growth = Math.abs(candidate);
        for (int j = i + 1; j < n; j++) {
            growth += Math.abs(sums[j] + lower[j * n + i] * candidate);
        }
        return growth;
    }
}
