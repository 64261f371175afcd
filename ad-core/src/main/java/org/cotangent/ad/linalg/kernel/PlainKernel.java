package org.cotangent.ad.linalg.kernel;

/**
 * Products in plain Java: rows of B, four at a time, are added to four rows of C in a loop that
 * HotSpot turns into vector instructions, over blocks of B that stay in the second-level cache. Only
 * additions and multiplications in a fixed order: the bits are the same on every machine.
 */
final class PlainKernel implements ProductKernel {

    /** Rows and columns of a block of B: 256 KB. */
    private static final int DEPTH = 128;

    private static final int WIDTH = 256;

    /** Rows of C that are added to in one loop. */
    private static final int ROWS = 4;

    private final Scratch scratch = new Scratch();

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void addProduct(double factor, Block a, Block b, int m, int k, int n, Block c) {
        if (n == 1 && a.columnStride() != 1 && c.rowStride() == 1) {
            // Columns of A added up are the rows of its transpose.
            blocks(factor, b.transposed(), a.transposed(), 1, k, m, c.transposed());
        } else if (b.columnStride() == 1) {
            blocks(factor, a, b, m, k, n, c);
        } else if (n == 1) {
            blocks(factor, a, new Block(b.array(), b.offset(), b.rowStride(), 1), m, k, n, c);
        } else {
            packed(factor, a, b, m, k, n, c);
        }
    }

    private static void blocks(double factor, Block a, Block b, int m, int k, int n, Block c) {
        if (n == 1 && b.rowStride() == 1 && a.columnStride() == 1) {
            vector(factor, a, b, m, k, c);
            return;
        }
        for (int p = 0; p < k; p += DEPTH) {
            for (int j = 0; j < n; j += WIDTH) {
                block(
                        factor,
                        a.from(0, p),
                        b.from(p, j),
                        m,
                        Math.min(DEPTH, k - p),
                        Math.min(WIDTH, n - j),
                        c.from(0, j));
            }
        }
    }

    /** As {@link #blocks}, each block of B transposed into an array first. */
    private void packed(double factor, Block a, Block b, int m, int k, int n, Block c) {
        double[] copy = scratch.borrow(Math.min(k, DEPTH) * Math.min(n, WIDTH));
        for (int p = 0; p < k; p += DEPTH) {
            int depth = Math.min(DEPTH, k - p);
            for (int j = 0; j < n; j += WIDTH) {
                int width = Math.min(WIDTH, n - j);
                Transposition.copy(b.from(p, j), depth, width, copy);
                block(factor, a.from(0, p), Block.rows(copy, 0, width), m, depth, width, c.from(0, j));
            }
        }
        scratch.giveBack(copy);
    }

    private static void block(double factor, Block a, Block b, int m, int k, int n, Block c) {
        int i = 0;
        for (; i + ROWS <= m; i += ROWS) {
            fourRows(factor, a.from(i, 0), b, k, n, c.from(i, 0));
        }
        for (; i < m; i++) {
            row(factor, a.from(i, 0), b, k, n, c.array(), c.from(i, 0).offset());
        }
    }

    private static void fourRows(double factor, Block a, Block b, int k, int n, Block c) {
        double[] left = a.array();
        int step = a.columnStride();
        int p = 0;
        for (; p + 3 < k; p += 4) {
            int row0 = a.offset() + p * step;
            int row1 = row0 + a.rowStride();
            int row2 = row1 + a.rowStride();
            int row3 = row2 + a.rowStride();
            sixteenTerms(
                    factor * left[row0],
                    factor * left[row0 + step],
                    factor * left[row0 + 2 * step],
                    factor * left[row0 + 3 * step],
                    factor * left[row1],
                    factor * left[row1 + step],
                    factor * left[row1 + 2 * step],
                    factor * left[row1 + 3 * step],
                    factor * left[row2],
                    factor * left[row2 + step],
                    factor * left[row2 + 2 * step],
                    factor * left[row2 + 3 * step],
                    factor * left[row3],
                    factor * left[row3 + step],
                    factor * left[row3 + 2 * step],
                    factor * left[row3 + 3 * step],
                    b.array(),
                    b.offset() + p * b.rowStride(),
                    b.rowStride(),
                    n,
                    c.array(),
                    c.offset(),
                    c.rowStride());
        }
        for (; p < k; p++) {
            int from = b.offset() + p * b.rowStride();
            for (int i = 0; i < ROWS; i++) {
                double element = left[a.offset() + p * step + i * a.rowStride()];
                term(factor * element, b.array(), from, n, c.array(), c.offset() + i * c.rowStride());
            }
        }
    }

    private static void sixteenTerms(
            double a00,
            double a01,
            double a02,
            double a03,
            double a10,
            double a11,
            double a12,
            double a13,
            double a20,
            double a21,
            double a22,
            double a23,
            double a30,
            double a31,
            double a32,
            double a33,
            double[] b,
            int from,
            int stride,
            int n,
            double[] c,
            int to,
            int step) {
        int from1 = from + stride;
        int from2 = from1 + stride;
        int from3 = from2 + stride;
        int to1 = to + step;
        int to2 = to1 + step;
        int to3 = to2 + step;
        for (int j = 0; j < n; j++) {
            double b0 = b[from + j];
            double b1 = b[from1 + j];
            double b2 = b[from2 + j];
            double b3 = b[from3 + j];
            c[to + j] += a00 * b0 + a01 * b1 + a02 * b2 + a03 * b3;
            c[to1 + j] += a10 * b0 + a11 * b1 + a12 * b2 + a13 * b3;
            c[to2 + j] += a20 * b0 + a21 * b1 + a22 * b2 + a23 * b3;
            c[to3 + j] += a30 * b0 + a31 * b1 + a32 * b2 + a33 * b3;
        }
    }

    private static void row(double factor, Block a, Block b, int k, int n, double[] c, int row) {
        double[] left = a.array();
        int step = a.columnStride();
        int stride = b.rowStride();
        int p = 0;
        for (; p + 3 < k; p += 4) {
            int top = a.offset() + p * step;
            int from = b.offset() + p * stride;
            fourTermsOfOne(
                    factor * left[top],
                    factor * left[top + step],
                    factor * left[top + 2 * step],
                    factor * left[top + 3 * step],
                    b.array(),
                    from,
                    stride,
                    n,
                    c,
                    row);
        }
        for (; p < k; p++) {
            term(factor * left[a.offset() + p * step], b.array(), b.offset() + p * stride, n, c, row);
        }
    }

    private static void fourTermsOfOne(
            double a0, double a1, double a2, double a3, double[] b, int from, int stride, int n, double[] c, int row) {
        int from1 = from + stride;
        int from2 = from1 + stride;
        int from3 = from2 + stride;
        for (int j = 0; j < n; j++) {
            c[row + j] += a0 * b[from + j] + a1 * b[from1 + j] + a2 * b[from2 + j] + a3 * b[from3 + j];
        }
    }

    private static void term(double a, double[] b, int from, int n, double[] c, int row) {
        for (int j = 0; j < n; j++) {
            c[row + j] += a * b[from + j];
        }
    }

    /** A matrix, row by row, times a vector: inner products in four partial sums. */
    private static void vector(double factor, Block a, Block b, int m, int k, Block c) {
        for (int i = 0; i < m; i++) {
            c.array()[c.offset() + i * c.rowStride()] +=
                    factor * dot(a.array(), a.offset() + i * a.rowStride(), b.array(), b.offset(), k);
        }
    }

    private static double dot(double[] a, int fromA, double[] b, int fromB, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int p = 0;
        for (; p + 3 < n; p += 4) {
            s0 += a[fromA + p] * b[fromB + p];
            s1 += a[fromA + p + 1] * b[fromB + p + 1];
            s2 += a[fromA + p + 2] * b[fromB + p + 2];
            s3 += a[fromA + p + 3] * b[fromB + p + 3];
        }
        for (; p < n; p++) {
            s0 += a[fromA + p] * b[fromB + p];
        }
        return s0 + s1 + (s2 + s3);
    }
}
