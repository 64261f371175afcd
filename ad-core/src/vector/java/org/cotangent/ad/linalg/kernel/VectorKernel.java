package org.cotangent.ad.linalg.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products on {@code jdk.incubator.vector}: four rows of C times two vectors stay in registers while a
 * panel of B, packed to that width, goes by (Goto and van de Geijn 2008, "Anatomy of high-performance
 * matrix multiplication"). Multiplies and adds with one rounding.
 */
public final class VectorKernel implements ProductKernel {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Rows and columns of C in registers. */
    private static final int ROWS = 4;

    private static final int COLUMNS = 2 * LANES;

    /** Rows of a panel of B, which with its rows of A stays in the first-level cache. */
    private static final int DEPTH = 256;

    /** Columns of B that are packed at a time: 1 MB at most. */
    private static final int WIDTH = 512;

    private final Scratch panels = new Scratch();
    private final Scratch tiles = new Scratch();

    /** Found by name. */
    public VectorKernel() {}

    @Override
    public String name() {
        return "vector, " + LANES + " lanes";
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
        if (n < LANES || m < 2) {
            Kernels.plain()
                    .addProduct(factor, a, aFrom, aRow, aColumn, b, bFrom, bRow, bColumn, m, k, n, c, cFrom, cRow);
            return;
        }
        int widest = Math.min(n + COLUMNS - 1, WIDTH) / COLUMNS * COLUMNS;
        double[] packed = panels.borrow(Math.min(k, DEPTH) * Math.max(widest, COLUMNS));
        double[] tile = tiles.borrow(ROWS * COLUMNS);
        for (int j = 0; j < n; j += WIDTH) {
            int width = Math.min(WIDTH, n - j);
            for (int p = 0; p < k; p += DEPTH) {
                int depth = Math.min(DEPTH, k - p);
                pack(b, bFrom + p * bRow + j * bColumn, bRow, bColumn, depth, width, packed);
                int left = aFrom + p * aColumn;
                panels(factor, a, left, aRow, aColumn, packed, m, depth, width, c, cFrom + j, cRow, tile);
            }
        }
        tiles.giveBack(tile);
        panels.giveBack(packed);
    }

    /** Panels of as many columns as stay in registers, each row by row, the last one filled up with zeros. */
    private static void pack(double[] b, int from, int row, int column, int depth, int width, double[] packed) {
        int to = 0;
        for (int j = 0; j < width; j += COLUMNS) {
            int columns = Math.min(COLUMNS, width - j);
            if (column == 1) {
                packRows(b, from + j, row, depth, columns, packed, to);
            } else {
                packColumns(b, from + j * column, column, depth, columns, packed, to);
            }
            to += depth * COLUMNS;
        }
    }

    private static void packRows(double[] b, int start, int row, int depth, int columns, double[] packed, int panel) {
        int to = panel;
        int from = start;
        for (int p = 0; p < depth; p++) {
            for (int j = 0; j < columns; j++) {
                packed[to + j] = b[from + j];
            }
            for (int j = columns; j < COLUMNS; j++) {
                packed[to + j] = 0;
            }
            to += COLUMNS;
            from += row;
        }
    }

    private static void packColumns(
            double[] b, int start, int column, int depth, int columns, double[] packed, int panel) {
        for (int j = 0; j < COLUMNS; j++) {
            int from = start + j * column;
            for (int p = 0; p < depth; p++) {
                packed[panel + p * COLUMNS + j] = j < columns ? b[from + p] : 0;
            }
        }
    }

    private static void panels(
            double factor,
            double[] a,
            int aFrom,
            int aRow,
            int aColumn,
            double[] packed,
            int m,
            int depth,
            int width,
            double[] c,
            int cFrom,
            int cRow,
            double[] tile) {
        int panel = 0;
        for (int j = 0; j < width; j += COLUMNS) {
            int columns = Math.min(COLUMNS, width - j);
            for (int i = 0; i < m; i += ROWS) {
                int rows = Math.min(ROWS, m - i);
                int left = aFrom + i * aRow;
                int at = cFrom + i * cRow + j;
                if (rows == ROWS && columns == COLUMNS) {
                    four(factor, a, left, aRow, aRow, aRow, aColumn, packed, panel, depth, c, at, cRow);
                } else {
                    edge(factor, a, left, aRow, aColumn, packed, panel, depth, rows, columns, c, at, cRow, tile);
                }
            }
            panel += depth * COLUMNS;
        }
    }

    /** Fewer rows or columns: computed in whole, in an array beside; rows that are missing repeat the last one. */
    private static void edge(
            double factor,
            double[] a,
            int aFrom,
            int aRow,
            int aColumn,
            double[] b,
            int panel,
            int depth,
            int rows,
            int columns,
            double[] c,
            int at,
            int cRow,
            double[] tile) {
        Arrays.fill(tile, 0, ROWS * COLUMNS, 0);
        four(
                factor,
                a,
                aFrom,
                rows > 1 ? aRow : 0,
                rows > 2 ? aRow : 0,
                rows > 3 ? aRow : 0,
                aColumn,
                b,
                panel,
                depth,
                tile,
                0,
                COLUMNS);
        for (int i = 0; i < rows; i++) {
            int to = at + i * cRow;
            for (int j = 0; j < columns; j++) {
                c[to + j] += tile[i * COLUMNS + j];
            }
        }
    }

    private static void four(
            double factor,
            double[] a,
            int start,
            int second,
            int third,
            int fourth,
            int step,
            double[] b,
            int panel,
            int depth,
            double[] c,
            int at,
            int stride) {
        DoubleVector c00 = DoubleVector.zero(SPECIES);
        DoubleVector c01 = c00;
        DoubleVector c10 = c00;
        DoubleVector c11 = c00;
        DoubleVector c20 = c00;
        DoubleVector c21 = c00;
        DoubleVector c30 = c00;
        DoubleVector c31 = c00;
        int row0 = start;
        int row1 = row0 + second;
        int row2 = row1 + third;
        int row3 = row2 + fourth;
        int from = panel;
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, from);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, from + LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[row0]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[row1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[row2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[row3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            from += COLUMNS;
            row0 += step;
            row1 += step;
            row2 += step;
            row3 += step;
        }
        DoubleVector by = DoubleVector.broadcast(SPECIES, factor);
        add(by, c00, c, at);
        add(by, c01, c, at + LANES);
        add(by, c10, c, at + stride);
        add(by, c11, c, at + stride + LANES);
        add(by, c20, c, at + 2 * stride);
        add(by, c21, c, at + 2 * stride + LANES);
        add(by, c30, c, at + 3 * stride);
        add(by, c31, c, at + 3 * stride + LANES);
    }

    private static void add(DoubleVector factor, DoubleVector sum, double[] c, int at) {
        sum.fma(factor, DoubleVector.fromArray(SPECIES, c, at)).intoArray(c, at);
    }
}
