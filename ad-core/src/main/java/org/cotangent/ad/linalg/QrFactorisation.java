package org.cotangent.ad.linalg;

import org.cotangent.ad.linalg.kernel.Kernels;
import org.cotangent.ad.linalg.kernel.ProductKernel.Block;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * A = Q R of a matrix with at least as many rows as columns, for least squares. A factorisation is an array of
 * m · n + n · n numbers, Q with orthonormal columns and then R, without derivative: routines that use it
 * take the matrix too.
 */
public final class QrFactorisation {

    /** Quotients of diagonal elements of R beyond which no digit of a solution is right: 1 / eps. */
    private static final double LARGEST_CONDITION = 0x1p52;

    private QrFactorisation() {}

    /**
     * Factorises by reflections (EJML).
     *
     * @param a m x n, not modified
     * @param qr length m · n + n · n, overwritten
     */
    public static void factor(double[] a, int m, int n, double[] qr) {
        Shape.require("a", a, m, n);
        Shape.require("qr", qr, m * n + n * n);
        if (m < n) {
            throw new IllegalArgumentException(tooWide(m + " x " + n));
        }
        QRDecomposition<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.qr(m, n);
        decomposition.decompose(DMatrixRMaj.wrap(m, n, a.clone()));
        System.arraycopy(decomposition.getQ(null, true).data, 0, qr, 0, m * n);
        System.arraycopy(decomposition.getR(null, true).data, 0, qr, m * n, n * n);
    }

    static String tooWide(String shape) {
        return "matrix of " + shape + " has more columns than rows, expected no more; least squares need at least as"
                + " many equations as unknowns; for the shortest of many solutions multiply by pseudoInverse";
    }

    /**
     * The X with the least |A X - B|, column by column.
     *
     * @param a m x n, not read: for derivatives
     * @param qr its factorisation, not modified
     * @param b m x columns, not modified
     * @param x n x columns, overwritten
     * @throws SingularMatrixException if columns of A depend on each other
     */
    public static void solve(double[] a, double[] qr, double[] b, int m, int n, int columns, double[] x) {
        Shape.require("a", a, m, n);
        Shape.require("qr", qr, m * n + n * n);
        Shape.require("b", b, m, columns);
        Shape.require("x", x, n, columns);
        requireRegular(qr, m, n);
        java.util.Arrays.fill(x, 0);
        Block solution = Block.rows(x, 0, columns);
        Kernels.chosen().addProduct(1, Block.of(true, qr, 0, n), Block.rows(b, 0, columns), n, m, columns, solution);
        Triangle.solve(Block.rows(qr, m * n, n), false, false, n, solution, columns);
    }

    /**
     * The U with Aᵀ A U = W.
     *
     * @param a m x n, not read: for derivatives
     * @param w n x columns, not modified
     * @param u n x columns, overwritten
     */
    public static void solveNormal(double[] a, double[] qr, double[] w, int m, int n, int columns, double[] u) {
        Shape.require("a", a, m, n);
        Shape.require("qr", qr, m * n + n * n);
        Shape.require("w", w, n, columns);
        Shape.require("u", u, n, columns);
        requireRegular(qr, m, n);
        System.arraycopy(w, 0, u, 0, u.length);
        Block solution = Block.rows(u, 0, columns);
        Triangle.solve(Block.of(true, qr, m * n, n), true, false, n, solution, columns);
        Triangle.solve(Block.rows(qr, m * n, n), false, false, n, solution, columns);
    }

    private static void requireRegular(double[] qr, int m, int n) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double diagonal = Math.abs(qr[m * n + i * (n + 1)]);
            smallest = Math.min(smallest, diagonal);
            largest = Math.max(largest, diagonal);
        }
        if (largest > 0 ? largest / smallest >= LARGEST_CONDITION : smallest == 0) {
            throw SingularMatrixException.columns(m, n, largest / smallest);
        }
    }
}
