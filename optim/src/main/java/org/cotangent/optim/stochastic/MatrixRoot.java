package org.cotangent.optim.stochastic;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Powers of symmetric positive matrices, by their eigenvalues. */
final class MatrixRoot {

    private MatrixRoot() {}

    /**
     * Sets A^power.
     *
     * @param matrix A, symmetric, not modified; where rounding left an eigenvalue without its sign, the
     *     smallest one that the largest can tell from 0 takes its place
     * @param root receives the power; NaN where there are no eigenvalues, as A is not finite
     */
    static void set(DMatrixRMaj matrix, double power, DMatrixRMaj root) {
        int n = matrix.numRows;
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        if (!eigen.decompose(matrix.copy())) {
            CommonOps_DDRM.fill(root, Double.NaN);
            return;
        }
        double largest = 0;
        for (int k = 0; k < n; k++) {
            largest = Math.max(largest, eigen.getEigenvalue(k).getReal());
        }
        root.zero();
        for (int k = 0; k < n; k++) {
            double value = Math.max(eigen.getEigenvalue(k).getReal(), Math.ulp(largest));
            DMatrixRMaj vector = eigen.getEigenVector(k);
            CommonOps_DDRM.multAddTransB(Math.pow(value, power), vector, vector, root);
        }
    }
}
