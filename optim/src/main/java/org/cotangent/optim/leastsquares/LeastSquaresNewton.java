package org.cotangent.optim.leastsquares;

import java.util.Optional;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.trust.Definiteness;
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

    private final Optional<ExactCurvature> curvature;
    private Definiteness definiteness = Definiteness.UNKNOWN;

    /** Steps with second derivatives, or without: those of Gauss and Newton. */
    LeastSquaresNewton(Optional<ExactCurvature> curvature) {
        this.curvature = curvature;
    }

    @Override
    public void begin() {
        curvature.ifPresent(ExactCurvature::forget);
        definiteness = Definiteness.UNKNOWN;
    }

    private Definiteness told(boolean positive, LinearizedResiduals model) {
        boolean whole = curvature.isPresent() && model.rank() == model.scale().length;
        if (positive) {
            return whole ? Definiteness.POSITIVE : Definiteness.UNKNOWN;
        }
        return Definiteness.INDEFINITE;
    }

    @Override
    public Definiteness definiteness() {
        return definiteness;
    }

    @Override
    public double solve(ResidualEvaluation at, double[] step) {
        LinearizedResiduals model = LinearizedResiduals.of(at, at.columnNorms());
        DMatrixRMaj matrix = CommonOps_DDRM.identity(model.coordinates().length);
        curvature.ifPresent(exact -> add(exact.near(at, model.scale()), model, matrix));
        DMatrixRMaj solution = new DMatrixRMaj(matrix.numRows, 1);
        LinearSolverDense<DMatrixRMaj> cholesky = LinearSolverFactory_DDRM.symmPosDef(matrix.numRows);
        if (CommonOps_DDRM.elementMaxAbs(matrix) == Double.POSITIVE_INFINITY) {
            return Double.NaN;
        }
        boolean positive = cholesky.setA(matrix);
        definiteness = told(positive, model);
        if (!positive) {
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

    private static void add(double[] curvature, LinearizedResiduals model, DMatrixRMaj matrix) {
        double[][] columns = new double[matrix.numCols][];
        for (int k = 0; k < columns.length; k++) {
            columns[k] = model.column(k);
            double sigma = model.singularValues()[k];
            Vectors.scale(sigma == 0 ? 0 : 1 / sigma, columns[k]);
        }
        for (int k = 0; k < columns.length; k++) {
            double[] product = Matrices.product(curvature, columns[k]);
            for (int l = 0; l < columns.length; l++) {
                matrix.add(l, k, Vectors.dot(columns[l], product));
            }
        }
    }

    private static double scaledNorm(double[] scale, double[] x) {
        double[] scaled = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            scaled[j] = scale[j] * x[j];
        }
        return Vectors.norm(scaled);
    }

    @Override
    public double noise(ResidualEvaluation at) {
        return at.noise();
    }
}
