package org.cotangent.optim.trust;

/**
 * A symmetric matrix with its diagonal scaled to ±1, which takes the units of the variables out of the
 * question whether it is singular: no other diagonal scale has a much smaller condition (van der Sluis
 * 1969, Condition numbers and equilibration of matrices, Numer. Math. 14).
 */
final class EvenScale {

    private final double[] scale;
    private final double[] matrix;

    private EvenScale(double[] scale, double[] matrix) {
        this.scale = scale;
        this.matrix = matrix;
    }

    /**
     * Scales.
     *
     * @param matrix by rows, length n·n, not modified
     */
    static EvenScale of(double[] matrix, int n) {
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            double size = Math.sqrt(Math.abs(matrix[i * n + i]));
            scale[i] = size > 0 && !Double.isInfinite(size) ? size : 1;
        }
        double[] even = matrix.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                even[i * n + j] = even[i * n + j] / scale[i] / scale[j];
            }
        }
        return new EvenScale(scale, even);
    }

    /** The diagonal of the scale: the buffer itself. */
    double[] scale() {
        return scale;
    }

    /** The scaled matrix: the buffer itself. */
    double[] matrix() {
        return matrix;
    }

    /** Eigenvalues and vectors of the scaled matrix. */
    SymmetricEigen eigen() {
        return SymmetricEigen.of(matrix, scale.length);
    }
}
