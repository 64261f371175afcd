package org.cotangent.ad.linalg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.cotangent.ad.function.OutsideDomainException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * A = U S Vᵀ of a matrix of any shape. With r the smaller of m and n, a decomposition is an array of
 * r + m · r + n · r numbers: singular values in descending order, then U (m x r) and V (n x r) with orthonormal
 * columns, the largest component of each column of U positive. It carries no derivative: routines that use it take
 * the matrix too.
 */
public final class SingularValueDecomposition {

    /** Singular values closer than this many roundings of the largest one coincide. */
    private static final double ROUNDINGS = 16;

    private SingularValueDecomposition() {}

    /** The length of a decomposition. */
    public static int length(int m, int n) {
        return Math.min(m, n) * (1 + m + n);
    }

    /**
     * Decomposes by bidiagonalisation and implicit QR (EJML): absolute errors are roundings of the largest
     * singular value. Where A holds NaN or infinities, the decomposition is NaN.
     *
     * @param a m x n, not modified
     * @param svd of {@link #length}, overwritten
     * @throws OutsideDomainException if the algorithm does not converge
     */
    public static void factor(double[] a, int m, int n, double[] svd) {
        Shape.require("a", a, m, n);
        Shape.require("svd", svd, length(m, n));
        if (!Shape.isFinite(a)) {
            Arrays.fill(svd, Double.NaN);
            return;
        }
        int r = Math.min(m, n);
        if (r == 0) {
            return;
        }
        SingularValueDecomposition_F64<DMatrixRMaj> decomposition =
                DecompositionFactory_DDRM.svd(m, n, true, true, true);
        if (!decomposition.decompose(DMatrixRMaj.wrap(m, n, a.clone()))) {
            throw new OutsideDomainException("singular values of a matrix of " + m + " x " + n
                    + " were not found, expected convergence of implicit QR; scale the matrix");
        }
        double[] s = decomposition.getSingularValues();
        int[] order = IntStream.range(0, r)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -s[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] u = decomposition.getU(null, false).data;
        double[] v = decomposition.getV(null, false).data;
        for (int j = 0; j < r; j++) {
            int from = order[j];
            svd[j] = s[from];
            double sign = signOfLargest(u, m, r, from);
            column(u, m, r, from, sign, svd, r, j);
            column(v, n, r, from, sign, svd, r + m * r, j);
        }
    }

    private static double signOfLargest(double[] u, int m, int r, int j) {
        int largest = 0;
        for (int i = 1; i < m; i++) {
            largest = Math.abs(u[i * r + j]) > Math.abs(u[largest * r + j]) ? i : largest;
        }
        return u[largest * r + j] < 0 ? -1 : 1;
    }

    private static void column(double[] from, int rows, int r, int j, double sign, double[] to, int start, int k) {
        for (int i = 0; i < rows; i++) {
            to[start + i * r + k] = sign * from[i * r + j];
        }
    }

    /**
     * The singular values, descending.
     *
     * @param a m x n, not read: for derivatives
     * @param svd the decomposition of A
     * @param s length min(m, n), overwritten
     */
    public static void values(double[] a, double[] svd, int m, int n, double[] s) {
        int r = Math.min(m, n);
        Shape.require("s", s, r);
        System.arraycopy(svd, 0, s, 0, r);
    }

    /**
     * U.
     *
     * @param a m x n, not read: for derivatives
     * @param svd the decomposition of A
     * @param u m x min(m, n), overwritten
     */
    public static void left(double[] a, double[] svd, int m, int n, double[] u) {
        int r = Math.min(m, n);
        Shape.require("u", u, m, r);
        System.arraycopy(svd, r, u, 0, m * r);
    }

    /**
     * V.
     *
     * @param a m x n, not read: for derivatives
     * @param svd the decomposition of A
     * @param v n x min(m, n), overwritten
     */
    public static void right(double[] a, double[] svd, int m, int n, double[] v) {
        int r = Math.min(m, n);
        Shape.require("v", v, n, r);
        System.arraycopy(svd, r + m * r, v, 0, n * r);
    }

    /**
     * X = A⁺ = V S⁺ Uᵀ, where the inverse of what is 0 to working precision is 0.
     *
     * @param a m x n, not read: for derivatives
     * @param svd the decomposition of A
     * @param x n x m, overwritten
     */
    public static void pseudoInverse(double[] a, double[] svd, int m, int n, double[] x) {
        Shape.require("x", x, n, m);
        int r = Math.min(m, n);
        int rank = rank(svd, m, n);
        double[] scaled = Arrays.copyOfRange(svd, r + m * r, svd.length);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < r; j++) {
                scaled[i * r + j] = j < rank ? scaled[i * r + j] / svd[j] : 0;
            }
        }
        double[] u = Arrays.copyOfRange(svd, r, r + m * r);
        MatrixProducts.product(1, false, scaled, true, u, n, r, m, x);
    }

    /** Singular values closer than this coincide, and those below it are 0. */
    public static double tolerance(double[] svd, int m, int n) {
        return svd.length == 0 ? 0 : ROUNDINGS * Math.max(m, n) * 0x1p-52 * svd[0];
    }

    /** The number of singular values that are not 0 to working precision. */
    static int rank(double[] svd, int m, int n) {
        double tolerance = tolerance(svd, m, n);
        int rank = 0;
        while (rank < Math.min(m, n) && !(svd[rank] <= tolerance)) {
            rank++;
        }
        return rank;
    }

    /**
     * The slopes of the singular values along a direction: where several coincide, those along the directions in
     * which they part; of those that are 0, to the side of the direction, so that none is negative.
     *
     * @param a m x n, not read
     * @param aDot the direction, m x n, not modified
     * @param sDot length min(m, n), overwritten
     */
    public static void slopes(double[] a, double[] svd, double[] aDot, int m, int n, double[] sDot) {
        new SingularParting(svd, aDot, m, n).slopes(sDot);
    }

    /**
     * G = U diag(d) Vᵀ.
     *
     * @param a m x n, not read: for derivatives
     * @param d length min(m, n), not modified
     * @param g m x n, overwritten
     */
    public static void compose(double[] a, double[] svd, double[] d, int m, int n, double[] g) {
        int r = Math.min(m, n);
        double[] scaled = Arrays.copyOfRange(svd, r, r + m * r);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < r; j++) {
                scaled[i * r + j] *= d[j];
            }
        }
        double[] v = Arrays.copyOfRange(svd, r + m * r, svd.length);
        MatrixProducts.product(1, false, scaled, true, v, m, r, n, g);
    }

    /**
     * The tangent of {@link #compose}. Weights of singular values that coincide are taken to be equal, and those
     * of singular values that are 0 to be 0, as those of smooth functions are that do not depend on the choice of
     * singular vectors.
     *
     * @param aDot direction of A, not modified
     * @param dDot direction of d that belongs to the {@link #slopes}, not modified
     * @param gDot m x n, overwritten
     */
    public static void composeSlope(
            double[] a, double[] svd, double[] aDot, double[] d, double[] dDot, int m, int n, double[] gDot) {
        new SingularParting(svd, aDot, m, n).compose(d, dDot, gDot);
    }
}
