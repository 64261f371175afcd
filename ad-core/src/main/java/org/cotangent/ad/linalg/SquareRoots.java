package org.cotangent.ad.linalg;

import java.util.Arrays;
import org.cotangent.ad.function.OutsideDomainException;

/**
 * Roots of symmetric matrices, and orthogonal factors A = Q H with the root H of Aᵀ A. Both have derivatives wherever
 * H is regular, as H Z + Z H = R has one solution, whatever eigenvalues coincide. A decomposition of H is an array of
 * n + n · n numbers as in {@link SymmetricEigen}, without derivative.
 */
public final class SquareRoots {

    /** Eigenvalues whose sum is below this many roundings of the largest one are 0. */
    private static final double ROUNDINGS = 16;

    private SquareRoots() {}

    /**
     * The decomposition of the root of a symmetric matrix.
     *
     * @param e decomposition of the matrix, not modified
     * @param root length n + n · n, overwritten
     * @throws OutsideDomainException if an eigenvalue is negative
     */
    public static void factor(double[] e, int n, double[] root) {
        Shape.require("e", e, n + n * n);
        Shape.require("root", root, n + n * n);
        System.arraycopy(e, 0, root, 0, e.length);
        double tolerance = n == 0 ? 0 : SymmetricEigen.tolerance(e, n);
        for (int i = 0; i < n; i++) {
            if (e[i] < -tolerance) {
                throw new OutsideDomainException("square root of a symmetric matrix of " + n + " x " + n
                        + " with eigenvalue " + e[i] + ", expected none below 0; add a multiple of the unit matrix");
            }
            root[i] = Math.sqrt(Math.max(e[i], 0));
        }
    }

    /**
     * The decomposition of the root of Aᵀ A.
     *
     * @param svd of A, m x n with m >= n, not modified
     * @param root length n + n · n, overwritten
     */
    public static void factorGram(double[] svd, int m, int n, double[] root) {
        Shape.require("root", root, n + n * n);
        System.arraycopy(svd, 0, root, 0, n);
        System.arraycopy(svd, n + m * n, root, n, n * n);
    }

    /**
     * The root of a symmetric matrix.
     *
     * @param a n x n, not read: for derivatives
     * @param root the decomposition of the root
     * @param b n x n, overwritten
     */
    public static void compose(double[] a, double[] root, int n, double[] b) {
        Shape.require("b", b, n, n);
        SymmetricEigen.compose(a, root, root, n, b);
    }

    /**
     * Q = U Vᵀ.
     *
     * @param a m x n with m >= n, not read: for derivatives
     * @param svd the decomposition of A
     * @param root the decomposition of the root of Aᵀ A, not read: for derivatives
     * @param q m x n, overwritten
     */
    public static void orthogonalFactor(double[] a, double[] svd, double[] root, int m, int n, double[] q) {
        double[] ones = new double[Math.min(m, n)];
        Arrays.fill(ones, 1);
        SingularValueDecomposition.compose(a, svd, ones, m, n, q);
    }

    /**
     * The solution of H Z + Z H = R.
     *
     * @param h n x n, symmetric, not read: for derivatives
     * @param root the decomposition of H
     * @param right n x n, not modified
     * @param z n x n, overwritten
     * @throws OutsideDomainException if H is singular to working precision
     */
    public static void sylvester(double[] h, double[] root, double[] right, int n, double[] z) {
        Shape.require("z", z, n, n);
        double[] v = Arrays.copyOfRange(root, n, n + n * n);
        double[] left = new double[n * n];
        double[] inner = new double[n * n];
        MatrixProducts.product(1, true, v, false, right, n, n, n, left);
        MatrixProducts.product(1, false, left, false, v, n, n, n, inner);
        requireRegular(root, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inner[i * n + j] /= root[i] + root[j];
            }
        }
        MatrixProducts.product(1, false, v, false, inner, n, n, n, left);
        MatrixProducts.product(1, false, left, true, v, n, n, n, z);
    }

    private static void requireRegular(double[] root, int n) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            smallest = Math.min(smallest, root[i]);
            largest = Math.max(largest, root[i]);
        }
        if (smallest <= ROUNDINGS * n * 0x1p-52 * largest) {
            throw new OutsideDomainException("square root or orthogonal factor of a singular matrix has no derivative:"
                    + " the smallest singular value of the root is " + smallest + ", the largest " + largest
                    + ", expected full rank; differentiate elsewhere");
        }
    }
}
