package org.cotangent.ad.linalg;

import java.util.Arrays;

/**
 * Singular vectors that do not mix along a direction where singular values coincide (Magnus 1985, by the
 * eigenvectors of (0, A; Aᵀ, 0)). Of the singular values that are 0, those of the direction between the null
 * spaces come out.
 */
final class SingularParting {

    private final int m;
    private final int n;
    private final int r;
    private final int rank;
    private final double tolerance;
    private final double[] s;
    private final double[] direction;

    /** U and V of the singular values that are not 0, as columns. */
    private final double[] u;

    private final double[] v;

    /** Ȧ V, Ȧᵀ U and Uᵀ Ȧ V. */
    private final double[] image;

    private final double[] back;
    private final double[] inner;

    SingularParting(double[] svd, double[] aDot, int m, int n) {
        this.m = m;
        this.n = n;
        r = Math.min(m, n);
        rank = SingularValueDecomposition.rank(svd, m, n);
        tolerance = SingularValueDecomposition.tolerance(svd, m, n);
        s = Arrays.copyOf(svd, r);
        direction = aDot;
        u = columns(svd, r, m);
        v = columns(svd, r + m * r, n);
        image = new double[m * rank];
        back = new double[n * rank];
        inner = new double[rank * rank];
        products();
        if (part()) {
            products();
        }
    }

    private double[] columns(double[] svd, int start, int rows) {
        double[] columns = new double[rows * rank];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(svd, start + i * r, columns, i * rank, rank);
        }
        return columns;
    }

    private void products() {
        MatrixProducts.product(1, false, direction, false, v, m, n, rank, image);
        MatrixProducts.product(1, true, direction, false, u, n, m, rank, back);
        MatrixProducts.product(1, true, u, false, image, rank, m, rank, inner);
    }

    private boolean part() {
        boolean parts = false;
        for (int start = 0; start < rank; ) {
            int end = start + 1;
            while (end < rank && s[end - 1] - s[end] <= tolerance) {
                end++;
            }
            if (end - start > 1) {
                double[] rotation = rotation(start, end - start);
                rotate(u, m, start, end - start, rotation);
                rotate(v, n, start, end - start, rotation);
                parts = true;
            }
            start = end;
        }
        return parts;
    }

    /** Eigenvectors of the symmetric part of a block, by descending eigenvalues. */
    private double[] rotation(int start, int size) {
        double[] block = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                block[i * size + j] = -inner[(start + i) * rank + start + j];
            }
        }
        double[] e = new double[size + size * size];
        SymmetricEigen.factor(block, size, e);
        return Arrays.copyOfRange(e, size, e.length);
    }

    private void rotate(double[] vectors, int rows, int start, int size, double[] rotation) {
        double[] block = new double[rows * size];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(vectors, i * rank + start, block, i * size, size);
        }
        double[] rotated = new double[rows * size];
        MatrixProducts.product(1, false, block, false, rotation, rows, size, size, rotated);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(rotated, i * size, vectors, i * rank + start, size);
        }
    }

    void slopes(double[] sDot) {
        Shape.require("sDot", sDot, r);
        for (int i = 0; i < rank; i++) {
            sDot[i] = inner[i * (rank + 1)];
        }
        if (rank < r) {
            System.arraycopy(betweenNullSpaces(), 0, sDot, rank, r - rank);
        }
    }

    /** The decomposition of (I - U Uᵀ) Ȧ (I - V Vᵀ). */
    private double[] betweenNullSpaces() {
        double[] rest = direction.clone();
        MatrixProducts.addProduct(-1, false, u, true, back, m, rank, n, rest);
        double[] outside = image.clone();
        MatrixProducts.addProduct(-1, false, u, false, inner, m, rank, rank, outside);
        MatrixProducts.addProduct(-1, false, outside, true, v, m, rank, n, rest);
        double[] svd = new double[SingularValueDecomposition.length(m, n)];
        SingularValueDecomposition.factor(rest, m, n, svd);
        return svd;
    }

    /** The slope of U diag(d) Vᵀ: of the part within the spaces of U and V, of each space, and of null spaces. */
    void compose(double[] d, double[] dDot, double[] gDot) {
        double[] leaving = quotients(d, rank < m);
        double[] arriving = quotients(d, rank < n);
        double[] middle = middle(d, dDot);
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j < rank; j++) {
                middle[i * rank + j] -= inner[i * rank + j] * (arriving[i] + leaving[j]);
            }
        }
        double[] left = scaled(image, m, leaving);
        MatrixProducts.addProduct(1, false, u, false, middle, m, rank, rank, left);
        MatrixProducts.product(1, false, left, true, v, m, rank, n, gDot);
        MatrixProducts.addProduct(1, false, u, true, scaled(back, n, arriving), m, rank, n, gDot);
        if (rank < r) {
            double[] weights = new double[r];
            System.arraycopy(dDot, rank, weights, 0, r - rank);
            double[] share = new double[m * n];
            SingularValueDecomposition.compose(direction, betweenNullSpaces(), weights, m, n, share);
            for (int i = 0; i < share.length; i++) {
                gDot[i] += share[i];
            }
        }
    }

    /** How fast a vector leaves a space, or 0 where there is nothing outside of it. */
    private double[] quotients(double[] d, boolean outside) {
        double[] quotients = new double[rank];
        for (int i = 0; i < rank; i++) {
            quotients[i] = outside ? d[i] / s[i] : 0;
        }
        return quotients;
    }

    private double[] middle(double[] d, double[] dDot) {
        double[] middle = new double[rank * rank];
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j < rank; j++) {
                double gap = s[j] - s[i];
                double symmetric = (inner[i * rank + j] + inner[j * rank + i]) / 2;
                double skew = (inner[i * rank + j] - inner[j * rank + i]) / 2;
                double mixed = Math.abs(gap) <= tolerance ? 0 : symmetric * (d[j] - d[i]) / gap;
                middle[i * rank + j] = i == j ? dDot[i] : mixed + skew * (d[i] + d[j]) / (s[i] + s[j]);
            }
        }
        return middle;
    }

    private double[] scaled(double[] matrix, int rows, double[] factors) {
        double[] scaled = matrix.clone();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rank; j++) {
                scaled[i * rank + j] *= factors[j];
            }
        }
        return scaled;
    }
}
