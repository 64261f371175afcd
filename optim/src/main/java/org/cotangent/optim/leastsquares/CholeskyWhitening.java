package org.cotangent.optim.leastsquares;

/** Data with correlated errors: substitution with the Cholesky factor of their covariance. */
final class CholeskyWhitening implements Whitening {

    private final int m;
    private final double[] factor;

    private CholeskyWhitening(int m, double[] factor) {
        this.m = m;
        this.factor = factor;
    }

    /**
     * Factors a covariance.
     *
     * @param covariance by rows, length m·m, symmetric, not modified
     * @throws IllegalArgumentException if it is not symmetric and positive definite
     */
    static CholeskyWhitening of(int m, double[] covariance) {
        double[] factor = covariance.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                requireSymmetric(covariance, m, i, j);
                double sum = factor[i * m + j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i * m + k] * factor[j * m + k];
                }
                factor[i * m + j] = i == j ? pivot(sum, i) : sum / factor[j * m + j];
            }
        }
        return new CholeskyWhitening(m, factor);
    }

    private static void requireSymmetric(double[] covariance, int m, int i, int j) {
        if (!Double.isFinite(covariance[i * m + j])) {
            throw new IllegalArgumentException("covariance[" + i + "][" + j + "] is " + covariance[i * m + j]
                    + ", expected a finite number; leave out a datum that was not measured");
        }
        if (covariance[i * m + j] != covariance[j * m + i]) {
            throw new IllegalArgumentException("covariance[" + i + "][" + j + "] is " + covariance[i * m + j]
                    + " and covariance[" + j + "][" + i + "] is " + covariance[j * m + i]
                    + ", expected a symmetric matrix; average it with its transpose");
        }
    }

    private static double pivot(double square, int i) {
        if (!(square > 0) || Double.isInfinite(square)) {
            throw new IllegalArgumentException("the covariance is not positive definite: the variance of datum " + i
                    + " that those before leave is " + square + ", expected a positive finite number");
        }
        return Math.sqrt(square);
    }

    @Override
    public int size() {
        return m;
    }

    @Override
    public void apply(double[] matrix, int columns) {
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < i; k++) {
                double entry = factor[i * m + k];
                for (int j = 0; j < columns && entry != 0; j++) {
                    matrix[i * columns + j] -= entry * matrix[k * columns + j];
                }
            }
            for (int j = 0; j < columns; j++) {
                matrix[i * columns + j] /= factor[i * m + i];
            }
        }
    }

    @Override
    public void applyTransposed(double[] vector) {
        for (int i = m - 1; i >= 0; i--) {
            vector[i] /= factor[i * m + i];
            for (int k = 0; k < i; k++) {
                vector[k] -= factor[i * m + k] * vector[i];
            }
        }
    }
}
