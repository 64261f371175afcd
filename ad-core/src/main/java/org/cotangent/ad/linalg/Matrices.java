package org.cotangent.ad.linalg;

import org.cotangent.ad.function.OutsideDomainException;

/**
 * Linear algebra on flat arrays, row by row, for methods that are {@code @Differentiable} and others.
 * Element (i, j) of a matrix of n columns is number i · n + j. Inputs are never modified, outputs are
 * arrays of the caller, overwritten, and none of the inputs; nothing depends on threads.
 *
 * <p>An array whose length does not fit its shape is an {@link IllegalArgumentException}.
 */
public final class Matrices {

    private Matrices() {}

    /**
     * C = A B.
     *
     * @param a m x k
     * @param b k x n
     * @param c m x n, overwritten
     */
    public static void multiply(double[] a, double[] b, int m, int k, int n, double[] c) {
        MatrixProducts.product(1, false, a, false, b, m, k, n, c);
    }

    /**
     * C = Aᵀ B.
     *
     * @param a k x m
     * @param b k x n
     * @param c m x n, overwritten
     */
    public static void multiplyLeftTransposed(double[] a, double[] b, int m, int k, int n, double[] c) {
        MatrixProducts.product(1, true, a, false, b, m, k, n, c);
    }

    /**
     * C = A Bᵀ.
     *
     * @param a m x k
     * @param b n x k
     * @param c m x n, overwritten
     */
    public static void multiplyRightTransposed(double[] a, double[] b, int m, int k, int n, double[] c) {
        MatrixProducts.product(1, false, a, true, b, m, k, n, c);
    }

    /**
     * C = Aᵀ Bᵀ.
     *
     * @param a k x m
     * @param b n x k
     * @param c m x n, overwritten
     */
    public static void multiplyBothTransposed(double[] a, double[] b, int m, int k, int n, double[] c) {
        MatrixProducts.product(1, true, a, true, b, m, k, n, c);
    }

    /**
     * y = A x.
     *
     * @param a m x n
     * @param x length n
     * @param y length m, overwritten
     */
    public static void multiplyVector(double[] a, double[] x, int m, int n, double[] y) {
        MatrixProducts.product(1, false, a, false, x, m, n, 1, y);
    }

    /**
     * y = Aᵀ x.
     *
     * @param a m x n
     * @param x length m
     * @param y length n, overwritten
     */
    public static void multiplyVectorTransposed(double[] a, double[] x, int m, int n, double[] y) {
        MatrixProducts.product(1, true, a, false, x, n, m, 1, y);
    }

    /**
     * The sum of the diagonal.
     *
     * @param a n x n
     */
    public static double trace(double[] a, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[i * (n + 1)];
        }
        return sum;
    }

    /** The root of the sum of squares of all elements; its derivative at 0 is taken as 0. */
    public static double frobeniusNorm(double[] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * a[i];
        }
        return Math.sqrt(sum);
    }

    /**
     * A X = B, by LU with row exchanges.
     *
     * @param a n x n
     * @param b n x columns
     * @param x n x columns, overwritten
     * @throws SingularMatrixException if A is singular to working precision
     */
    public static void solve(double[] a, double[] b, int n, int columns, double[] x) {
        LuFactorisation.solve(false, a, lu(a, n), b, n, columns, x);
    }

    /** Aᵀ X = B, otherwise as {@link #solve}. */
    public static void solveTransposed(double[] a, double[] b, int n, int columns, double[] x) {
        LuFactorisation.solve(true, a, lu(a, n), b, n, columns, x);
    }

    private static double[] lu(double[] a, int n) {
        double[] lu = new double[n * n + n];
        LuFactorisation.factor(a, n, lu);
        return lu;
    }

    /**
     * A X = B of a symmetric positive definite matrix, by Cholesky; sees (A + Aᵀ) / 2.
     *
     * @param a n x n
     * @param b n x columns
     * @param x n x columns, overwritten
     * @throws NotPositiveDefiniteException if A is not
     */
    public static void solvePositive(double[] a, double[] b, int n, int columns, double[] x) {
        double[] l = new double[n * n];
        CholeskyFactorisation.factor(a, n, l);
        CholeskyFactorisation.solve(a, l, b, n, columns, x);
    }

    /**
     * L X = B of the lower triangle of L; the other is not read.
     *
     * @param l n x n
     * @param b n x columns
     * @param x n x columns, overwritten
     * @throws SingularMatrixException if an element of the diagonal is 0
     */
    public static void solveLower(double[] l, double[] b, int n, int columns, double[] x) {
        TriangularSystems.solve(true, false, l, b, n, columns, x);
    }

    /** Lᵀ X = B, otherwise as {@link #solveLower}. */
    public static void solveLowerTransposed(double[] l, double[] b, int n, int columns, double[] x) {
        TriangularSystems.solve(true, true, l, b, n, columns, x);
    }

    /** U X = B of the upper triangle of U, otherwise as {@link #solveLower}. */
    public static void solveUpper(double[] u, double[] b, int n, int columns, double[] x) {
        TriangularSystems.solve(false, false, u, b, n, columns, x);
    }

    /** Uᵀ X = B of the upper triangle of U, otherwise as {@link #solveLower}. */
    public static void solveUpperTransposed(double[] u, double[] b, int n, int columns, double[] x) {
        TriangularSystems.solve(false, true, u, b, n, columns, x);
    }

    /**
     * The inverse. To multiply by it, {@link #solve} is cheaper and more accurate.
     *
     * @param a n x n
     * @param inverse n x n, overwritten
     * @throws SingularMatrixException if A is singular to working precision
     */
    public static void inverse(double[] a, int n, double[] inverse) {
        double[] unit = new double[n * n];
        for (int i = 0; i < n; i++) {
            unit[i * (n + 1)] = 1;
        }
        solve(a, unit, n, n, inverse);
    }

    /**
     * The determinant. Its derivative is refused where the matrix is singular.
     *
     * @param a n x n
     */
    public static double determinant(double[] a, int n) {
        return LuFactorisation.determinant(a, lu(a, n), n);
    }

    /**
     * The logarithm of the absolute value of the determinant, which neither overflows nor underflows.
     *
     * @param a n x n
     */
    public static double logDeterminant(double[] a, int n) {
        return LuFactorisation.logDeterminant(a, lu(a, n), n);
    }

    /**
     * The logarithm of the determinant of a symmetric positive definite matrix; sees (A + Aᵀ) / 2.
     *
     * @param a n x n
     * @throws NotPositiveDefiniteException if A is not
     */
    public static double logDeterminantPositive(double[] a, int n) {
        double[] l = new double[n * n];
        CholeskyFactorisation.factor(a, n, l);
        return CholeskyFactorisation.logDeterminant(a, l, n);
    }

    /**
     * A = L Lᵀ of a symmetric positive definite matrix; sees (A + Aᵀ) / 2.
     *
     * @param a n x n
     * @param l n x n, overwritten: lower triangle, zeros above
     * @throws NotPositiveDefiniteException if A is not
     */
    public static void cholesky(double[] a, int n, double[] l) {
        CholeskyFactorisation.factor(a, n, l);
    }

    /**
     * T = Aᵀ.
     *
     * @param a m x n
     * @param t n x m, overwritten
     */
    public static void transpose(double[] a, int m, int n, double[] t) {
        TriangularSystems.transpose(a, m, n, t);
    }

    /**
     * The X with the least |A X - B|, column by column, by QR.
     *
     * @param a m x n, m >= n
     * @param b m x columns
     * @param x n x columns, overwritten
     * @throws SingularMatrixException if columns of A depend on each other
     */
    public static void leastSquares(double[] a, double[] b, int m, int n, int columns, double[] x) {
        double[] qr = new double[m * n + n * n];
        QrFactorisation.factor(a, m, n, qr);
        QrFactorisation.solve(a, qr, b, m, n, columns, x);
    }

    /**
     * The eigenvalues of a symmetric matrix, ascending; sees (A + Aᵀ) / 2. Where some coincide,
     * derivatives are right of functions that treat them alike, such as sums of a function of each.
     *
     * @param a n x n
     * @param w length n, overwritten
     */
    public static void eigenvalues(double[] a, int n, double[] w) {
        double[] e = new double[n + n * n];
        SymmetricEigen.factor(a, n, e);
        SymmetricEigen.values(a, e, n, w);
    }

    /**
     * The eigenvectors of a symmetric matrix, as columns in the order of {@link #eigenvalues}, the largest
     * component of each positive; sees (A + Aᵀ) / 2. Derivatives throw where eigenvalues coincide.
     *
     * @param a n x n
     * @param v n x n, overwritten
     */
    public static void eigenvectors(double[] a, int n, double[] v) {
        double[] e = new double[n + n * n];
        SymmetricEigen.factor(a, n, e);
        SymmetricEigen.vectors(a, e, n, v);
    }

    /**
     * What {@link #eigenvalues} and {@link #eigenvectors} give, by one decomposition: A = V diag(w) Vᵀ.
     *
     * @param a n x n
     * @param w length n, overwritten
     * @param v n x n, overwritten
     */
    public static void eigenDecomposition(double[] a, int n, double[] w, double[] v) {
        double[] e = new double[n + n * n];
        SymmetricEigen.factor(a, n, e);
        SymmetricEigen.values(a, e, n, w);
        SymmetricEigen.vectors(a, e, n, v);
    }

    /**
     * The singular values of a matrix, descending. Their absolute errors are roundings of the largest one. Where
     * some coincide, the same holds as for {@link #eigenvalues}; where one is 0 it has a kink.
     *
     * @param a m x n
     * @param s length min(m, n), overwritten
     */
    public static void singularValues(double[] a, int m, int n, double[] s) {
        SingularValueDecomposition.values(a, decomposition(a, m, n), m, n, s);
    }

    private static double[] decomposition(double[] a, int m, int n) {
        double[] svd = new double[SingularValueDecomposition.length(m, n)];
        SingularValueDecomposition.factor(a, m, n, svd);
        return svd;
    }

    /**
     * A = U diag(s) Vᵀ with orthonormal columns of U and V and r = min(m, n), the singular values descending, the
     * largest component of each column of U positive. Derivatives by U and V throw where singular values coincide,
     * and where one is 0 by that factor whose columns do not fill the space; those by s are right as in
     * {@link #singularValues}. To follow functions that do not depend on the choice of singular vectors through such
     * points, there are {@link #orthogonalFactor} and {@link #pseudoInverse}.
     *
     * @param a m x n
     * @param u m x r, overwritten
     * @param s length r, overwritten
     * @param v n x r, overwritten
     */
    public static void singularValueDecomposition(double[] a, int m, int n, double[] u, double[] s, double[] v) {
        double[] svd = decomposition(a, m, n);
        SingularValueDecomposition.left(a, svd, m, n, u);
        SingularValueDecomposition.values(a, svd, m, n, s);
        SingularValueDecomposition.right(a, svd, m, n, v);
    }

    /**
     * A⁺, the X of the least size with the least |A X - I|. Singular values that are 0 to working precision,
     * 16 max(m, n) roundings of the largest, count as 0. Its derivatives are those along changes that keep the rank.
     *
     * @param a m x n
     * @param x n x m, overwritten
     */
    public static void pseudoInverse(double[] a, int m, int n, double[] x) {
        SingularValueDecomposition.pseudoInverse(a, decomposition(a, m, n), m, n, x);
    }

    /**
     * The nearest matrix with orthonormal columns, or rows if they are shorter: Q = U Vᵀ, the orthogonal factor of
     * the polar decomposition, the rotation of Procrustes if the determinant is positive. It has derivatives
     * wherever A has full rank, and they throw elsewhere.
     *
     * @param a m x n
     * @param q m x n, overwritten
     */
    public static void orthogonalFactor(double[] a, int m, int n, double[] q) {
        if (n > m) {
            double[] turned = new double[m * n];
            double[] turnedQ = new double[m * n];
            transpose(a, m, n, turned);
            orthogonalFactor(turned, n, m, turnedQ);
            transpose(turnedQ, n, m, q);
            return;
        }
        double[] svd = decomposition(a, m, n);
        double[] root = new double[n + n * n];
        SquareRoots.factorGram(svd, m, n, root);
        SquareRoots.orthogonalFactor(a, svd, root, m, n, q);
    }

    /**
     * The symmetric B with B B = A and no eigenvalue below 0; sees (A + Aᵀ) / 2. It has derivatives wherever A is
     * positive definite, and they throw elsewhere.
     *
     * @param a n x n
     * @param b n x n, overwritten
     * @throws OutsideDomainException if an eigenvalue is below 0
     */
    public static void squareRoot(double[] a, int n, double[] b) {
        double[] e = new double[n + n * n];
        SymmetricEigen.factor(a, n, e);
        double[] root = new double[n + n * n];
        SquareRoots.factor(e, n, root);
        SquareRoots.compose(a, root, n, b);
    }

    /**
     * The largest singular value. Where the second coincides with it, there is a kink, and the derivative is that
     * of one of the two.
     *
     * @param a m x n, not empty
     */
    public static double spectralNorm(double[] a, int m, int n) {
        double[] s = new double[Math.min(m, n)];
        singularValues(a, m, n, s);
        return s[0];
    }

    /**
     * The sum of the singular values. Where one is 0 there is a kink, and the derivative is that along one choice
     * of its singular vectors.
     *
     * @param a m x n
     */
    public static double nuclearNorm(double[] a, int m, int n) {
        double[] s = new double[Math.min(m, n)];
        singularValues(a, m, n, s);
        double sum = 0;
        for (int i = 0; i < s.length; i++) {
            sum += s[i];
        }
        return sum;
    }
}
