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
    public void addProduct(
            double factor,
            double[] a,
            int aFrom,
            int aRow,
            int aColumn,
            double[] b,
            int bFrom,
            int bRow,
            int bColumn,
            int m,
            int k,
            int n,
            double[] c,
            int cFrom,
            int cRow) {
        if (n == 1 && aColumn != 1 && cRow == 1) {
            // Columns of A added up are the rows of its transpose.
            blocks(factor, b, bFrom, bColumn, bRow, a, aFrom, aColumn, 1, k, m, c, cFrom, 1);
        } else if (bColumn == 1 || n == 1) {
            blocks(factor, a, aFrom, aRow, aColumn, b, bFrom, bRow, m, k, n, c, cFrom, cRow);
        } else {
            packed(factor, a, aFrom, aRow, aColumn, b, bFrom, bRow, bColumn, m, k, n, c, cFrom, cRow);
        }
    }

    private static void blocks(
            double factor,
            double[] a,
            int aFrom,
            int aRow,
            int aColumn,
            double[] b,
            int bFrom,
            int bRow,
            int m,
            int k,
            int n,
            double[] c,
            int cFrom,
            int cRow) {
        if (n == 1 && bRow == 1 && aColumn == 1) {
            vector(factor, a, aFrom, aRow, b, bFrom, m, k, c, cFrom, cRow);
            return;
        }
        for (int p = 0; p < k; p += DEPTH) {
            int depth = Math.min(DEPTH, k - p);
            for (int j = 0; j < n; j += WIDTH) {
                int width = Math.min(WIDTH, n - j);
                int left = aFrom + p * aColumn;
                int right = bFrom + p * bRow + j;
                block(factor, a, left, aRow, aColumn, b, right, bRow, m, depth, width, c, cFrom + j, cRow);
            }
        }
    }

    /** As {@link #blocks}, each block of B transposed into an array first. */
    private void packed(
            double factor,
            double[] a,
            int aFrom,
            int aRow,
            int aColumn,
            double[] b,
            int bFrom,
            int bRow,
            int bColumn,
            int m,
            int k,
            int n,
            double[] c,
            int cFrom,
            int cRow) {
        double[] copy = scratch.borrow(Math.min(k, DEPTH) * Math.min(n, WIDTH));
        for (int p = 0; p < k; p += DEPTH) {
            int depth = Math.min(DEPTH, k - p);
            for (int j = 0; j < n; j += WIDTH) {
                int width = Math.min(WIDTH, n - j);
                Transposition.copy(b, bFrom + p * bRow + j * bColumn, bRow, bColumn, depth, width, copy);
                int left = aFrom + p * aColumn;
                block(factor, a, left, aRow, aColumn, copy, 0, width, m, depth, width, c, cFrom + j, cRow);
            }
        }
        scratch.giveBack(copy);
    }

    private static void block(
            double factor,
            double[] a,
            int aFrom,
            int aRow,
            int aColumn,
            double[] b,
            int bFrom,
            int bRow,
            int m,
            int k,
            int n,
            double[] c,
            int cFrom,
            int cRow) {
        int i = 0;
        for (; i + ROWS <= m; i += ROWS) {
            fourRows(factor, a, aFrom + i * aRow, aRow, aColumn, b, bFrom, bRow, k, n, c, cFrom + i * cRow, cRow);
        }
        for (; i < m; i++) {
            row(factor, a, aFrom + i * aRow, aColumn, b, bFrom, bRow, k, n, c, cFrom + i * cRow);
        }
    }

    private static void fourRows(
            double factor,
            double[] a,
            int aFrom,
            int aRow,
            int step,
            double[] b,
            int bFrom,
            int bRow,
            int k,
            int n,
            double[] c,
            int cFrom,
            int cRow) {
        int p = 0;
        for (; p + 3 < k; p += 4) {
            int row0 = aFrom + p * step;
            int row1 = row0 + aRow;
            int row2 = row1 + aRow;
            int row3 = row2 + aRow;
            sixteenTerms(
                    factor * a[row0],
                    factor * a[row0 + step],
                    factor * a[row0 + 2 * step],
                    factor * a[row0 + 3 * step],
                    factor * a[row1],
                    factor * a[row1 + step],
                    factor * a[row1 + 2 * step],
                    factor * a[row1 + 3 * step],
                    factor * a[row2],
                    factor * a[row2 + step],
                    factor * a[row2 + 2 * step],
                    factor * a[row2 + 3 * step],
                    factor * a[row3],
                    factor * a[row3 + step],
                    factor * a[row3 + 2 * step],
                    factor * a[row3 + 3 * step],
                    b,
                    bFrom + p * bRow,
                    bRow,
                    n,
                    c,
                    cFrom,
                    cRow);
        }
        for (; p < k; p++) {
            for (int i = 0; i < ROWS; i++) {
                double element = a[aFrom + p * step + i * aRow];
                term(factor * element, b, bFrom + p * bRow, n, c, cFrom + i * cRow);
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

    private static void row(
            double factor,
            double[] a,
            int aFrom,
            int step,
            double[] b,
            int bFrom,
            int bRow,
            int k,
            int n,
            double[] c,
            int row) {
        int p = 0;
        for (; p + 3 < k; p += 4) {
            int top = aFrom + p * step;
            fourTermsOfOne(
                    factor * a[top],
                    factor * a[top + step],
                    factor * a[top + 2 * step],
                    factor * a[top + 3 * step],
                    b,
                    bFrom + p * bRow,
                    bRow,
                    n,
                    c,
                    row);
        }
        for (; p < k; p++) {
            term(factor * a[aFrom + p * step], b, bFrom + p * bRow, n, c, row);
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
    private static void vector(
            double factor,
            double[] a,
            int aFrom,
            int aRow,
            double[] b,
            int bFrom,
            int m,
            int k,
            double[] c,
            int cFrom,
            int cRow) {
        for (int i = 0; i < m; i++) {
            c[cFrom + i * cRow] += factor * dot(a, aFrom + i * aRow, b, bFrom, k);
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
