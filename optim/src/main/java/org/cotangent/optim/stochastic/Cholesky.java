package org.cotangent.optim.stochastic;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** Solves with symmetric positive definite matrices. */
final class Cholesky {

    private Cholesky() {}

    /**
     * Replaces b by A⁻¹ b; by NaN where A is not positive definite, as that comes of values that are not finite.
     *
     * @param matrix A, overwritten
     * @param b the right-hand side, overwritten
     */
    static void solve(DMatrixRMaj matrix, double[] b) {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(matrix.numRows);
        if (!solver.setA(matrix)) {
            Arrays.fill(b, Double.NaN);
            return;
        }
        DMatrixRMaj solution = new DMatrixRMaj(b.length, 1);
        solver.solve(DMatrixRMaj.wrap(b.length, 1, b.clone()), solution);
        System.arraycopy(solution.data, 0, b, 0, b.length);
    }

    /** A⁻¹; NaN where A is not positive definite. */
    static DMatrixRMaj inverse(DMatrixRMaj matrix) {
        DMatrixRMaj inverse = new DMatrixRMaj(matrix.numRows, matrix.numRows);
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(matrix.numRows);
        if (solver.setA(matrix)) {
            solver.invert(inverse);
        } else {
            Arrays.fill(inverse.data, Double.NaN);
        }
        return inverse;
    }
}
