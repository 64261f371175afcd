package org.cotangent.optim.stochastic;

/**
 * The Cholesky factor of a symmetric matrix, A = UᵀU, worked out in place and by rows, so that the inner loops are
 * vectorised by the virtual machine.
 */
final class TriangularFactor {

    private final int size;
    private final double[] upper;
    private final boolean positive;

    /**
     * Factorizes.
     *
     * @param size rows and columns n
     * @param triangle the upper triangle of A by rows, n − i entries of row i, from an index on; not modified
     * @param shift what is added to the diagonal
     */
    TriangularFactor(int size, double[] triangle, int from, double shift) {
        this.size = size;
        upper = new double[size * size];
        int next = from;
        for (int i = 0; i < size; i++) {
            System.arraycopy(triangle, next, upper, i * size + i, size - i);
            upper[i * size + i] += shift;
            next += size - i;
        }
        positive = factorize();
    }

    private boolean factorize() {
        for (int k = 0; k < size; k++) {
            double pivot = upper[k * size + k];
            if (!(pivot > 0) || Double.isInfinite(pivot)) {
                return false;
            }
            double root = Math.sqrt(pivot);
            for (int j = k; j < size; j++) {
                upper[k * size + j] /= root;
            }
            for (int i = k + 1; i < size; i++) {
                subtract(upper[k * size + i], k * size + i, i * size + i, size - i, upper);
            }
        }
        return true;
    }

    /** Whether the matrix is positive definite; if not it solves nothing. */
    boolean isPositive() {
        return positive;
    }

    /**
     * Replaces B by A⁻¹ B.
     *
     * @param b has B by rows, as many as A has, from an index on; overwritten
     * @param columns of B
     */
    void solve(double[] b, int columns, int from) {
        for (int k = 0; k < size; k++) {
            divide(b, from + k * columns, columns, upper[k * size + k]);
            for (int i = k + 1; i < size; i++) {
                subtract(upper[k * size + i], from + k * columns, from + i * columns, columns, b);
            }
        }
        for (int k = size - 1; k >= 0; k--) {
            divide(b, from + k * columns, columns, upper[k * size + k]);
            for (int i = 0; i < k; i++) {
                subtract(upper[i * size + k], from + k * columns, from + i * columns, columns, b);
            }
        }
    }

    private static void divide(double[] rows, int from, int length, double divisor) {
        for (int j = 0; j < length; j++) {
            rows[from + j] /= divisor;
        }
    }

    /** A row less a multiple of another one. */
    private static void subtract(double factor, int of, int from, int length, double[] rows) {
        for (int j = 0; j < length; j++) {
            rows[from + j] -= factor * rows[of + j];
        }
    }
}
