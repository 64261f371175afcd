package org.cotangent.ad.linalg.kernel;

/** Copies a block into an array row by row, in small squares, so that few cache lines are open at once. */
public final class Transposition {

    private static final int SIDE = 16;

    private Transposition() {}

    /**
     * Copies.
     *
     * @param to receives rows · columns elements, row by row
     */
    public static void copy(ProductKernel.Block from, int rows, int columns, double[] to) {
        copy(from.array(), from.offset(), from.rowStride(), from.columnStride(), rows, columns, to);
    }

    /** The same with numbers in place of a block. */
    static void copy(double[] array, int offset, int rowStride, int columnStride, int rows, int columns, double[] to) {
        for (int i = 0; i < rows; i += SIDE) {
            int bottom = Math.min(rows, i + SIDE);
            for (int j = 0; j < columns; j += SIDE) {
                int right = Math.min(columns, j + SIDE);
                for (int row = i; row < bottom; row++) {
                    int source = offset + row * rowStride;
                    piece(array, source, columnStride, j, right, to, row * columns);
                }
            }
        }
    }

    private static void piece(double[] array, int source, int stride, int left, int right, double[] to, int row) {
        for (int j = left; j < right; j++) {
            to[row + j] = array[source + j * stride];
        }
    }
}
