package org.cotangent.optim.leastsquares;

import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.trust.NewtonSystem;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The Newton step of a sum of squares, (JᵀJ + S) s = −Jᵀr, without forming JᵀJ: in the coordinates
 * of the model it is (I + Σ⁻¹Vᵀ D⁻¹S D⁻¹ VΣ⁻¹) y = −c with D s = V Σ⁻¹ y. Directions that the
 * residuals do not determine are left alone, which is the minimum-norm step.
 */
final class LeastSquaresNewton implements NewtonSystem<ResidualEvaluation> {

    /** Bits granted to the rounding of intermediate results inside a residual. */
    private static final double ROUNDING = 64 * Math.ulp(1.0);

    private final Curvature curvature;

    LeastSquaresNewton(Curvature curvature) {
        this.curvature = curvature;
    }

    @Override
    public double solve(ResidualEvaluation at, double[] step) {
        LinearizedResiduals model = LinearizedResiduals.of(at, at.columnNorms());
        DMatrixRMaj matrix = CommonOps_DDRM.identity(model.coordinates().length);
        addCurvature(at, model, matrix);
        DMatrixRMaj solution = new DMatrixRMaj(matrix.numRows, 1);
        LinearSolverDense<DMatrixRMaj> cholesky = LinearSolverFactory_DDRM.symmPosDef(matrix.numRows);
        if (CommonOps_DDRM.elementMaxAbs(matrix) == Double.POSITIVE_INFINITY || !cholesky.setA(matrix)) {
            return Double.NaN;
        }
        cholesky.solve(rightSide(model), solution);
        double[] z = solution.getData();
        for (int k = 0; k < z.length; k++) {
            double sigma = model.singularValues()[k];
            z[k] = sigma == 0 ? 0 : z[k] / sigma;
        }
        model.fromCoordinates(z, step);
        return Vectors.norm(z) / scaledNorm(model.scale(), at.point());
    }

    private static DMatrixRMaj rightSide(LinearizedResiduals model) {
        double[] c = model.coordinates();
        DMatrixRMaj right = new DMatrixRMaj(c.length, 1);
        for (int k = 0; k < c.length; k++) {
            right.set(k, 0, -c[k]);
        }
        return right;
    }

    private void addCurvature(ResidualEvaluation at, LinearizedResiduals model, DMatrixRMaj matrix) {
        int n = at.point().length;
        double[] product = new double[n];
        for (int k = 0; k < matrix.numCols; k++) {
            double[] column = column(model, k, n);
            if (model.singularValues()[k] == 0 || !curvature.apply(at, column, product)) {
                continue;
            }
            for (int l = 0; l < matrix.numRows; l++) {
                if (model.singularValues()[l] != 0) {
                    matrix.add(l, k, Vectors.dot(column(model, l, n), product));
                }
            }
        }
    }

    /** D⁻¹ v / σ for the k-th coordinate. */
    private static double[] column(LinearizedResiduals model, int k, int n) {
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            column[j] = model.basis(j, k) / (model.singularValues()[k] * model.scale()[j]);
        }
        return column;
    }

    private static double scaledNorm(double[] scale, double[] x) {
        double[] scaled = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            scaled[j] = scale[j] * x[j];
        }
        return Vectors.norm(scaled);
    }

    /** Σ |rᵢ| Σ |Jᵢⱼ xⱼ| times the rounding unit: what the rounding of x alone does, and some bits. */
    @Override
    public double noise(ResidualEvaluation at) {
        double[] r = at.residuals();
        double[] x = at.point();
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < x.length; j++) {
                sum += Math.abs(r[i] * at.jacobian()[i * x.length + j] * x[j]);
            }
        }
        return ROUNDING * (sum + at.value());
    }
}
