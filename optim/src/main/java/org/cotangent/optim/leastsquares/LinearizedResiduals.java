package org.cotangent.optim.leastsquares;

import org.cotangent.optim.run.Vectors;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The Gauss-Newton model ½‖r + J s‖² in the coordinates where it is diagonal. J D⁻¹ = Q R is
 * reduced by Householder reflections together with r, so Q is never formed and JᵀJ never squares
 * the condition; then R = U Σ Vᵀ. With c = Uᵀ Qᵀ r every damped step is
 * D s = −V diag(σ / (σ² + λ)) c, so the search for λ costs n operations a try.
 */
final class LinearizedResiduals {

    private final double[] scale;
    private final double[] singular;
    private final double[] coordinates;
    private final DMatrixRMaj basis;
    private final int rank;

    private LinearizedResiduals(double[] scale, double[] singular, double[] coordinates, DMatrixRMaj basis, int rows) {
        this.scale = scale;
        this.singular = singular;
        this.coordinates = coordinates;
        this.basis = basis;
        this.rank = truncate(rows);
    }

    /**
     * Factors the model at a point.
     *
     * @param scale the diagonal of D, positive, kept
     */
    static LinearizedResiduals of(ResidualEvaluation at, double[] scale) {
        DMatrixRMaj triangle = triangle(at, scale);
        int n = scale.length;
        int p = Math.min(triangle.numRows, n);
        DMatrixRMaj square = new DMatrixRMaj(p, n);
        double[] rotated = new double[p];
        for (int i = 0; i < p; i++) {
            rotated[i] = triangle.get(i, n);
            for (int j = i; j < n; j++) {
                square.set(i, j, triangle.get(i, j));
            }
        }
        SingularValueDecomposition_F64<DMatrixRMaj> svd = DecompositionFactory_DDRM.svd(p, n, true, true, true);
        if (!svd.decompose(square)) {
            // Only for entries that are not finite, which accepted points do not have.
            throw new ArithmeticException("singular values of a " + p + " by " + n + " triangle not found");
        }
        double[] coordinates = product(svd.getU(null, true), rotated);
        return new LinearizedResiduals(
                scale, svd.getSingularValues().clone(), coordinates, svd.getV(null, false), at.residuals().length);
    }

    /** R and Qᵀr side by side. */
    private static DMatrixRMaj triangle(ResidualEvaluation at, double[] scale) {
        int n = scale.length;
        double[] residuals = at.corrected();
        double[] jacobian = at.jacobian();
        DMatrixRMaj augmented = new DMatrixRMaj(residuals.length, n + 1);
        for (int i = 0; i < residuals.length; i++) {
            for (int j = 0; j < n; j++) {
                augmented.set(i, j, jacobian[i * n + j] / scale[j]);
            }
            augmented.set(i, n, residuals[i]);
        }
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(residuals.length, n + 1);
        qr.decompose(augmented);
        return qr.getR(null, true);
    }

    private static double[] product(DMatrixRMaj transposed, double[] vector) {
        double[] product = new double[transposed.numRows];
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += transposed.get(i, j) * vector[j];
            }
        }
        return product;
    }

    /** Sets singular values to 0 that rounding alone could have made, and counts the others. */
    private int truncate(int rows) {
        double threshold = Math.max(rows, scale.length) * Math.ulp(1.0) * Vectors.largest(singular);
        int kept = 0;
        for (int i = 0; i < singular.length; i++) {
            if (singular[i] > threshold) {
                kept++;
            } else {
                singular[i] = 0;
            }
        }
        return kept;
    }

    /** The diagonal of D, length n. */
    double[] scale() {
        return scale;
    }

    /** The singular values of J D⁻¹, unordered, 0 where negligible. */
    double[] singularValues() {
        return singular;
    }

    /** c = Uᵀ Qᵀ r, in the order of the singular values. */
    double[] coordinates() {
        return coordinates;
    }

    /** The number of singular values that are not negligible. */
    int rank() {
        return rank;
    }

    /** Whether no singular value is negligible. */
    boolean isFullRank() {
        return rank == singular.length;
    }

    /** Entry (j, k) of V: variable j in the k-th coordinate. */
    double basis(int j, int k) {
        return basis.get(j, k);
    }

    /** The model itself: curvatures σ² and slopes σ c along the columns of V. */
    DiagonalModel model(ResidualEvaluation at) {
        double[] curvatures = new double[singular.length];
        double[] slopes = new double[singular.length];
        double[][] columns = new double[singular.length][scale.length];
        for (int k = 0; k < singular.length; k++) {
            curvatures[k] = singular[k] * singular[k];
            slopes[k] = singular[k] * coordinates[k];
            for (int j = 0; j < scale.length; j++) {
                columns[k][j] = basis.get(j, k);
            }
        }
        return new DiagonalModel(at, scale, curvatures, slopes, columns, false);
    }

    /**
     * The model with another matrix added to JᵀJ.
     *
     * @param added symmetric, by rows, length n·n
     */
    DiagonalModel model(ResidualEvaluation at, double[] added) {
        int p = singular.length;
        DMatrixRMaj matrix = new DMatrixRMaj(p, p);
        for (int k = 0; k < p; k++) {
            double[] product = Matrices.product(added, column(k));
            for (int l = 0; l < p; l++) {
                matrix.set(l, k, Vectors.dot(column(l), product) + (l == k ? singular[k] * singular[k] : 0));
            }
        }
        return turned(at, matrix);
    }

    /** D⁻¹ times the k-th column of V. */
    double[] column(int k) {
        double[] column = new double[scale.length];
        for (int j = 0; j < column.length; j++) {
            column[j] = basis.get(j, k) / scale[j];
        }
        return column;
    }

    private DiagonalModel turned(ResidualEvaluation at, DMatrixRMaj matrix) {
        int p = singular.length;
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(p, true, true);
        if (!eigen.decompose(matrix)) {
            return model(at);
        }
        double[] curvatures = new double[p];
        double[] slopes = new double[p];
        double[][] columns = new double[p][scale.length];
        for (int k = 0; k < p; k++) {
            curvatures[k] = eigen.getEigenvalue(k).getReal();
            double[] vector = eigen.getEigenVector(k).getData();
            for (int l = 0; l < p; l++) {
                slopes[k] += vector[l] * singular[l] * coordinates[l];
                for (int j = 0; j < scale.length; j++) {
                    columns[k][j] += basis.get(j, l) * vector[l];
                }
            }
        }
        return new DiagonalModel(at, scale, curvatures, slopes, columns, true);
    }

    /** s = D⁻¹ V z. */
    void fromCoordinates(double[] z, double[] step) {
        for (int j = 0; j < step.length; j++) {
            double sum = 0;
            for (int k = 0; k < z.length; k++) {
                sum += basis.get(j, k) * z[k];
            }
            step[j] = sum / scale[j];
        }
    }
}
