package org.cotangent.ad.linalg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.cotangent.ad.function.OutsideDomainException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Eigenvalues and eigenvectors of (A + Aᵀ) / 2. A decomposition is an array of n + n · n numbers: eigenvalues in
 * ascending order, then a matrix whose columns are eigenvectors, the largest component of each positive. It
 * carries no derivative: routines that use it take the matrix too.
 */
public final class SymmetricEigen {

    /** Eigenvalues closer than this many roundings of the largest one coincide. */
    private static final double ROUNDINGS = 16;

    private SymmetricEigen() {}

    /**
     * Decomposes by the QR algorithm (EJML). Where A holds NaN or infinities, the decomposition is NaN.
     *
     * @param a n x n, not modified
     * @param e length n + n · n, overwritten
     * @throws OutsideDomainException if the algorithm does not converge
     */
    public static void factor(double[] a, int n, double[] e) {
        Shape.require("a", a, n, n);
        Shape.require("e", e, n + n * n);
        double[] s = symmetric(a, n);
        if (!Shape.isFinite(s)) {
            Arrays.fill(e, Double.NaN);
            return;
        }
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(n, true, true);
        if (!decomposition.decompose(DMatrixRMaj.wrap(n, n, s))) {
            throw new OutsideDomainException("eigenvalues of a matrix of " + n + " x " + n
                    + " were not found, expected convergence of the QR algorithm; scale the matrix");
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> decomposition.getEigenvalue(i).real))
                .mapToInt(i -> i)
                .toArray();
        for (int j = 0; j < n; j++) {
            e[j] = decomposition.getEigenvalue(order[j]).real;
            double[] vector = decomposition.getEigenVector(order[j]).data;
            int largest = 0;
            for (int i = 1; i < n; i++) {
                largest = Math.abs(vector[i]) > Math.abs(vector[largest]) ? i : largest;
            }
            double sign = vector[largest] < 0 ? -1 : 1;
            for (int i = 0; i < n; i++) {
                e[n + i * n + j] = sign * vector[i];
            }
        }
    }

    private static double[] symmetric(double[] a, int n) {
        double[] s = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                s[i * n + j] = (a[i * n + j] + a[j * n + i]) / 2;
            }
        }
        return s;
    }

    /**
     * The eigenvalues, ascending.
     *
     * @param a n x n, not read: for derivatives
     * @param e the decomposition of A
     * @param w length n, overwritten
     */
    public static void values(double[] a, double[] e, int n, double[] w) {
        Shape.require("w", w, n);
        System.arraycopy(e, 0, w, 0, n);
    }

    /**
     * The eigenvectors, as columns.
     *
     * @param a n x n, not read: for derivatives
     * @param e the decomposition of A
     * @param v n x n, overwritten
     */
    public static void vectors(double[] a, double[] e, int n, double[] v) {
        Shape.require("v", v, n, n);
        System.arraycopy(e, n, v, 0, n * n);
    }

    /** Eigenvalues closer than this coincide. */
    public static double tolerance(double[] e, int n) {
        return ROUNDINGS * n * 0x1p-52 * Math.max(Math.abs(e[0]), Math.abs(e[n - 1]));
    }

    /**
     * The slopes of the eigenvalues along a direction: where several coincide, those along the directions in
     * which they part.
     *
     * @param a n x n, not read
     * @param aDot the direction, n x n, not modified
     * @param wDot length n, overwritten
     */
    public static void slopes(double[] a, double[] e, double[] aDot, int n, double[] wDot) {
        double[] inner = new Parting(e, aDot, n).inner;
        for (int i = 0; i < n; i++) {
            wDot[i] = inner[i * (n + 1)];
        }
    }

    /**
     * G = V diag(d) Vᵀ.
     *
     * @param a n x n, not read: for derivatives
     * @param d length n, not modified
     * @param g n x n, overwritten
     */
    public static void compose(double[] a, double[] e, double[] d, int n, double[] g) {
        compose(vectors(e, n), d, n, g);
    }

    private static double[] vectors(double[] e, int n) {
        return Arrays.copyOfRange(e, n, n + n * n);
    }

    private static void compose(double[] v, double[] d, int n, double[] g) {
        double[] scaled = v.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scaled[i * n + j] *= d[j];
            }
        }
        MatrixProducts.product(1, false, scaled, true, v, n, n, n, g);
    }

    /**
     * The tangent of {@link #compose}. Weights of eigenvalues that coincide are taken to be equal, as those of
     * functions are that do not depend on the choice of eigenvectors.
     *
     * @param aDot direction of A, not modified
     * @param dDot direction of d that belongs to the {@link #slopes}, not modified
     * @param gDot n x n, overwritten
     */
    public static void composeSlope(
            double[] a, double[] e, double[] aDot, double[] d, double[] dDot, int n, double[] gDot) {
        Parting parting = new Parting(e, aDot, n);
        double[] middle = new double[n * n];
        double tolerance = tolerance(e, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double gap = e[i] - e[j];
                middle[i * n + j] = i == j
                        ? dDot[i]
                        : Math.abs(gap) <= tolerance ? 0 : (d[i] - d[j]) / gap * parting.inner[i * n + j];
            }
        }
        double[] left = new double[n * n];
        MatrixProducts.product(1, false, parting.vectors, false, middle, n, n, n, left);
        MatrixProducts.product(1, false, left, true, parting.vectors, n, n, n, gDot);
    }

    /** Eigenvectors that do not mix along a direction where eigenvalues coincide, and Vᵀ Ȧ V by them. */
    private static final class Parting {
        private final double[] vectors;
        private final double[] inner;

        Parting(double[] e, double[] aDot, int n) {
            vectors = SymmetricEigen.vectors(e, n);
            inner = inner(aDot, n);
            double tolerance = tolerance(e, n);
            boolean parts = false;
            for (int start = 0; start < n; ) {
                int end = start + 1;
                while (end < n && e[end] - e[end - 1] <= tolerance) {
                    end++;
                }
                if (end - start > 1) {
                    rotate(start, end - start, n);
                    parts = true;
                }
                start = end;
            }
            if (parts) {
                System.arraycopy(inner(aDot, n), 0, inner, 0, n * n);
            }
        }

        private double[] inner(double[] aDot, int n) {
            double[] right = new double[n * n];
            double[] product = new double[n * n];
            MatrixProducts.product(1, false, symmetric(aDot, n), false, vectors, n, n, n, right);
            MatrixProducts.product(1, true, vectors, false, right, n, n, n, product);
            return product;
        }

        private void rotate(int start, int size, int n) {
            double[] block = new double[size * size];
            double[] columns = new double[n * size];
            for (int i = 0; i < size; i++) {
                System.arraycopy(inner, (start + i) * n + start, block, i * size, size);
            }
            for (int i = 0; i < n; i++) {
                System.arraycopy(vectors, i * n + start, columns, i * size, size);
            }
            double[] e = new double[size + size * size];
            factor(block, size, e);
            double[] rotated = new double[n * size];
            double[] rotation = SymmetricEigen.vectors(e, size);
            MatrixProducts.product(1, false, columns, false, rotation, n, size, size, rotated);
            for (int i = 0; i < n; i++) {
                System.arraycopy(rotated, i * size, vectors, i * n + start, size);
            }
        }
    }
}
