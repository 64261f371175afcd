package org.cotangent.ad.function;

import java.util.Arrays;

/** Fills a matrix by rows with columns that come in blocks. */
final class Columns {

    /** Columns taken together: a multiple of what back ends carry in one sweep, and little memory. */
    static final int BLOCK = 16;

    private Columns() {}

    /** Applies an operator to the first few of some vectors. */
    static void apply(LinearOperator operator, double[][] vectors, double[][] products, int count) {
        if (count == vectors.length) {
            operator.applyAll(vectors, products);
        } else {
            operator.applyAll(Arrays.copyOf(vectors, count), Arrays.copyOf(products, count));
        }
    }

    /** Puts a column in its place. */
    static void put(double[] column, double[] matrix, int place, int columns) {
        for (int i = 0; i < column.length; i++) {
            matrix[i * columns + place] = column[i];
        }
    }
}
