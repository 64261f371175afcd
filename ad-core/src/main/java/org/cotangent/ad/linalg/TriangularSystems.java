package org.cotangent.ad.linalg;

import org.cotangent.ad.linalg.kernel.ProductKernel.Block;

/** Solves systems of triangular matrices, in the general form that is closed under differentiation. */
public final class TriangularSystems {

    private TriangularSystems() {}

    /**
     * op(T) X = B.
     *
     * @param lower whether T is a lower triangular matrix; what is on the other side of its diagonal is not read
     * @param transposed whether op transposes
     * @param t n x n, not modified
     * @param b n x columns, not modified
     * @param x n x columns, overwritten
     * @throws SingularMatrixException if an element of the diagonal is 0
     */
    public static void solve(
            boolean lower, boolean transposed, double[] t, double[] b, int n, int columns, double[] x) {
        Shape.require("t", t, n, n);
        Shape.require("b", b, n, columns);
        Shape.require("x", x, n, columns);
        for (int i = 0; i < n; i++) {
            if (t[i * n + i] == 0) {
                throw SingularMatrixException.pivot(n, i);
            }
        }
        System.arraycopy(b, 0, x, 0, x.length);
        Block block = Block.of(transposed, t, 0, n);
        Triangle.solve(block, lower != transposed, false, n, Block.rows(x, 0, columns), columns);
    }

    /**
     * T = Aᵀ.
     *
     * @param a m x n, not modified
     * @param t n x m, overwritten
     */
    public static void transpose(double[] a, int m, int n, double[] t) {
        Shape.require("a", a, m, n);
        Shape.require("t", t, n, m);
        org.cotangent.ad.linalg.kernel.Transposition.copy(Block.of(true, a, 0, n), n, m, t);
    }
}
