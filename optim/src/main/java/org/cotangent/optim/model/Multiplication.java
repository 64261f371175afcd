package org.cotangent.optim.model;

/**
 * Products of small matrices stored by rows. Four rows of the right factor are taken at a time, which
 * saves three of four passes over the result; the inner loops are vectorised by the virtual machine.
 */
final class Multiplication {

    private Multiplication() {}

    /**
     * result += left · right.
     *
     * @param left rows × inner
     * @param right inner × columns
     * @param from index of the first entry of {@code right}
     * @param result rows × columns
     */
    static void add(int rows, int inner, int columns, double[] left, double[] right, int from, double[] result) {
        add(rows, inner, columns, left, inner, 1, right, from, result, 0);
    }

    /**
     * result += leftᵀ · right.
     *
     * @param left inner × rows
     * @param right inner × columns
     * @param result rows × columns, from an index on
     */
    static void addTransposed(
            int rows, int inner, int columns, double[] left, double[] right, double[] result, int to) {
        add(rows, inner, columns, left, 1, rows, right, 0, result, to);
    }

    private static void add(
            int rows,
            int inner,
            int columns,
            double[] left,
            int rowStride,
            int innerStride,
            double[] right,
            int from,
            double[] result,
            int to) {
        for (int i = 0; i < rows; i++) {
            int at = i * rowStride;
            int k = 0;
            for (; k + 4 <= inner; k += 4, at += 4 * innerStride) {
                four(
                        columns,
                        left[at],
                        left[at + innerStride],
                        left[at + 2 * innerStride],
                        left[at + 3 * innerStride],
                        right,
                        from + k * columns,
                        result,
                        to + i * columns);
            }
            for (; k < inner; k++, at += innerStride) {
                one(columns, left[at], right, from + k * columns, result, to + i * columns);
            }
        }
    }

    private static void four(
            int columns, double a, double b, double c, double d, double[] right, int from, double[] result, int to) {
        int second = from + columns;
        int third = second + columns;
        int fourth = third + columns;
        for (int j = 0; j < columns; j++) {
            result[to + j] +=
                    a * right[from + j] + b * right[second + j] + (c * right[third + j] + d * right[fourth + j]);
        }
    }

    private static void one(int columns, double a, double[] right, int from, double[] result, int to) {
        for (int j = 0; j < columns; j++) {
            result[to + j] += a * right[from + j];
        }
    }
}
