package org.cotangent.optim.trust;

import java.util.Optional;

/**
 * A symmetric matrix with its diagonal scaled to ±1, which takes the units of the variables out of the
 * question whether it is singular: no other diagonal scale has a much smaller condition (van der Sluis
 * 1969, Condition numbers and equilibration of matrices, Numer. Math. 14).
 */
final class EvenScale {

    private final double[] scale;
    private final double[] matrix;
    private Optional<SymmetricEigen> eigen = Optional.empty();

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
            scale[i] = Double.isInfinite(size) ? 1 : size;
        }
        for (int i = 0; i < n; i++) {
            scale[i] = scale[i] > 0 ? scale[i] : byCoupling(matrix, scale, i);
        }
        double[] even = matrix.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                even[i * n + j] = even[i * n + j] / scale[i] / scale[j];
            }
        }
        return new EvenScale(scale, even);
    }

    /** Of a diagonal entry 0: the scale in which the largest entry of its row is ±1, in the units of the matrix too. */
    private static double byCoupling(double[] matrix, double[] scale, int i) {
        int n = scale.length;
        double largest = 0;
        double alone = 0;
        for (int j = 0; j < n; j++) {
            double entry = Math.abs(matrix[i * n + j]);
            largest = scale[j] > 0 ? Math.max(largest, entry / scale[j]) : largest;
            alone = Math.max(alone, Math.sqrt(entry));
        }
        double coupled = largest > 0 ? largest : alone;
        return coupled > 0 && !Double.isInfinite(coupled) ? coupled : 1;
    }

    /** The diagonal of the scale: the buffer itself. */
    double[] scale() {
        return scale;
    }

    /** The scaled matrix: the buffer itself. */
    double[] matrix() {
        return matrix;
    }

    /** Eigenvalues and vectors of the scaled matrix, found once. */
    SymmetricEigen eigen() {
        if (eigen.isEmpty()) {
            eigen = Optional.of(SymmetricEigen.of(matrix, scale.length));
        }
        return eigen.get();
    }
}
