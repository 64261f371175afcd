package org.cotangent.ad.linalg;

import org.cotangent.ad.linalg.kernel.Kernels;
import org.cotangent.ad.linalg.kernel.ProductKernel;
import org.cotangent.ad.linalg.kernel.ProductKernel.Block;

/**
 * The adjoint of a Cholesky factor, by blocks (Murray 2016, "Differentiation of the Cholesky
 * decomposition", arXiv 1602.07527, section 3.3): twice the operations of the factorisation.
 */
public final class CholeskyAdjoint {

    private static final int SIZE = 32;

    private CholeskyAdjoint() {}

    /**
     * The adjoint of A from that of L.
     *
     * @param l the factor, n x n, not modified
     * @param s the adjoint of L, n x n, not modified; only the lower triangle is read
     * @param g receives the adjoint of A, n x n, symmetric, overwritten
     */
    public static void of(double[] l, double[] s, int n, double[] g) {
        Shape.require("l", l, n, n);
        Shape.require("s", s, n, n);
        Shape.require("g", g, n, n);
        for (int i = 0; i < n; i++) {
            System.arraycopy(s, i * n, g, i * n, i + 1);
            java.util.Arrays.fill(g, i * n + i + 1, (i + 1) * n, 0);
        }
        Block factor = Block.rows(l, 0, n);
        Block bar = Block.rows(g, 0, n);
        double[] square = new double[SIZE * SIZE];
        int blocks = (n + SIZE - 1) / SIZE;
        for (int block = blocks - 1; block >= 0; block--) {
            int start = block * SIZE;
            int size = Math.min(SIZE, n - start);
            step(factor, bar, start, size, n - start - size, square);
        }
        symmetrise(g, n);
    }

    /** One block of rows: R, D to its right, B and C below them. */
    private static void step(Block l, Block bar, int start, int size, int below, double[] square) {
        ProductKernel kernel = Kernels.chosen();
        int end = start + size;
        Block dBar = bar.from(start, start);
        if (below > 0) {
            Block cBar = bar.from(end, start);
            rightSolve(l.from(start, start), cBar, size, below);
            kernel.addProduct(-1, cBar, l.from(start, 0), below, size, start, bar.from(end, 0));
            java.util.Arrays.fill(square, 0);
            Block product = Block.rows(square, 0, size);
            kernel.addProduct(-1, cBar.transposed(), l.from(end, start), size, below, size, product);
            addLower(square, size, dBar);
        }
        unblocked(l.from(start, start), dBar, size);
        if (below > 0) {
            kernel.addProduct(
                    -1, bar.from(end, start).transposed(), l.from(end, 0), size, below, start, bar.from(start, 0));
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double value = Triangle.element(dBar, i, j);
                square[i * size + j] = i == j ? 2 * value : value;
                square[j * size + i] = square[i * size + j];
            }
        }
        kernel.addProduct(-1, Block.rows(square, 0, size), l.from(start, 0), size, size, start, bar.from(start, 0));
    }

    /** C̄ becomes C̄ D⁻¹. */
    private static void rightSolve(Block d, Block c, int size, int rows) {
        for (int i = 0; i < rows; i++) {
            int row = c.offset() + i * c.rowStride();
            for (int j = size - 1; j >= 0; j--) {
                int diagonal = d.offset() + j * d.rowStride();
                double value = c.array()[row + j] / d.array()[diagonal + j];
                c.array()[row + j] = value;
                subtractRow(value, d.array(), diagonal, c.array(), row, j);
            }
        }
    }

    private static void subtractRow(double factor, double[] from, int start, double[] to, int at, int count) {
        for (int p = 0; p < count; p++) {
            to[at + p] -= factor * from[start + p];
        }
    }

    private static void addLower(double[] square, int size, Block to) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                to.array()[to.offset() + i * to.rowStride() + j] += square[i * size + j];
            }
        }
    }

    private static void unblocked(Block l, Block bar, int n) {
        double[] a = l.array();
        double[] b = bar.array();
        for (int j = n - 1; j >= 0; j--) {
            int row = l.offset() + j * l.rowStride();
            int rowBar = bar.offset() + j * bar.rowStride();
            double d = a[row + j];
            double dBar = b[rowBar + j];
            for (int i = j + 1; i < n; i++) {
                dBar -= a[l.offset() + i * l.rowStride() + j] * b[bar.offset() + i * bar.rowStride() + j] / d;
            }
            dBar /= d;
            subtractRow(dBar, a, row, b, rowBar, j);
            for (int i = j + 1; i < n; i++) {
                int at = bar.offset() + i * bar.rowStride();
                b[at + j] /= d;
                double cBar = b[at + j];
                subtractRow(cBar, a, l.offset() + i * l.rowStride(), b, rowBar, j);
                subtractRow(cBar, a, row, b, at, j);
            }
            b[rowBar + j] = dBar / 2;
        }
    }

    /** The factorisation sees (A + Aᵀ) / 2. */
    private static void symmetrise(double[] g, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                g[i * n + j] /= 2;
                g[j * n + i] = g[i * n + j];
            }
        }
    }
}
