package org.cotangent.ad.linalg;

import org.cotangent.ad.linalg.kernel.Kernels;
import org.cotangent.ad.linalg.kernel.ProductKernel.Block;

/** Solves triangular systems in place, by blocks: what lies outside of diagonal blocks is products. */
final class Triangle {

    private static final int SIZE = 32;

    private Triangle() {}

    /**
     * X becomes the solution of T X = X.
     *
     * @param t triangular; what is on the other side of the diagonal is not read
     * @param unit whether the diagonal is taken to be ones, and not read
     * @param x n rows
     */
    static void solve(Block t, boolean lower, boolean unit, int n, Block x, int columns) {
        int blocks = (n + SIZE - 1) / SIZE;
        for (int turn = 0; turn < blocks; turn++) {
            int start = (lower ? turn : blocks - 1 - turn) * SIZE;
            int size = Math.min(SIZE, n - start);
            int done = lower ? 0 : start + size;
            int count = lower ? start : n - done;
            if (count > 0) {
                Kernels.chosen()
                        .addProduct(-1, t.from(start, done), x.from(done, 0), size, count, columns, x.from(start, 0));
            }
            solveBlock(t.from(start, start), lower, unit, size, x.from(start, 0), columns);
        }
    }

    private static void solveBlock(Block t, boolean lower, boolean unit, int n, Block x, int columns) {
        for (int turn = 0; turn < n; turn++) {
            int i = lower ? turn : n - 1 - turn;
            int row = x.from(i, 0).offset();
            for (int p = lower ? 0 : i + 1; p < (lower ? i : n); p++) {
                subtract(element(t, i, p), x.array(), x.from(p, 0).offset(), row, columns);
            }
            if (!unit) {
                double diagonal = element(t, i, i);
                for (int j = 0; j < columns; j++) {
                    x.array()[row + j] /= diagonal;
                }
            }
        }
    }

    static double element(Block t, int i, int j) {
        return t.array()[t.offset() + i * t.rowStride() + j * t.columnStride()];
    }

    private static void subtract(double factor, double[] x, int from, int to, int columns) {
        for (int j = 0; j < columns; j++) {
            x[to + j] -= factor * x[from + j];
        }
    }
}
