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
        for (int i = 0; i < rows; i += SIDE) {
            for (int j = 0; j < columns; j += SIDE) {
                square(from, i, Math.min(rows, i + SIDE), j, Math.min(columns, j + SIDE), columns, to);
            }
        }
    }

    private static void square(
            ProductKernel.Block from, int top, int bottom, int left, int right, int columns, double[] to) {
        double[] array = from.array();
        for (int i = top; i < bottom; i++) {
            int source = from.offset() + i * from.rowStride();
            for (int j = left; j < right; j++) {
                to[i * columns + j] = array[source + j * from.columnStride()];
            }
        }
    }
}
