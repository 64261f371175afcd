package org.cotangent.optim.stochastic;

import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The matrices of one group and their inverse roots. */
final class ShampooGroup implements Stateful {

    private static final double MATRIX_POWER = -0.25;
    private static final double VECTOR_POWER = -0.5;

    private final Group group;
    private final boolean isMatrix;
    private final DMatrixRMaj gradient;
    private final DMatrixRMaj left;
    private final DMatrixRMaj right;
    private final DMatrixRMaj leftRoot;
    private final DMatrixRMaj rightRoot;

    ShampooGroup(Group group, double epsilon) {
        this.group = group;
        isMatrix = group.isMatrix();
        // A vector has rows only.
        int rows = isMatrix ? group.rows() : group.length();
        int columns = isMatrix ? group.columns() : 1;
        gradient = new DMatrixRMaj(rows, columns);
        left = diagonal(rows, epsilon);
        right = diagonal(columns, epsilon);
        leftRoot = new DMatrixRMaj(rows, rows);
        rightRoot = CommonOps_DDRM.identity(columns);
    }

    private static DMatrixRMaj diagonal(int size, double value) {
        DMatrixRMaj matrix = CommonOps_DDRM.identity(size);
        CommonOps_DDRM.scale(value, matrix);
        return matrix;
    }

    void learn(double[] vector) {
        System.arraycopy(vector, group.from(), gradient.data, 0, group.length());
        CommonOps_DDRM.multAddTransB(gradient, gradient, left);
        if (isMatrix) {
            CommonOps_DDRM.multAddTransA(gradient, gradient, right);
        }
    }

    void takeRoots() {
        MatrixRoot.set(left, isMatrix ? MATRIX_POWER : VECTOR_POWER, leftRoot);
        if (isMatrix) {
            MatrixRoot.set(right, MATRIX_POWER, rightRoot);
        }
    }

    void apply(double[] vector) {
        DMatrixRMaj half = new DMatrixRMaj(gradient.numRows, gradient.numCols);
        DMatrixRMaj whole = new DMatrixRMaj(gradient.numRows, gradient.numCols);
        CommonOps_DDRM.mult(leftRoot, gradient, half);
        CommonOps_DDRM.mult(half, rightRoot, whole);
        System.arraycopy(whole.data, 0, vector, group.from(), group.length());
    }

    @Override
    public void exchange(State state) {
        state.vector(left.data);
        state.vector(right.data);
        state.vector(leftRoot.data);
        state.vector(rightRoot.data);
    }
}
