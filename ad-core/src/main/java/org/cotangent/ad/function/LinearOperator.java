package org.cotangent.ad.function;

/** A matrix known by its products: m rows, n columns. */
public interface LinearOperator {

    /** The number of rows m. */
    int rows();

    /** The number of columns n. */
    int columns();

    /**
     * The product A v.
     *
     * @param v length n, not modified
     * @param product receives A v, length m, overwritten, not the same array as {@code v}
     */
    void apply(double[] v, double[] product);

    /**
     * How many bytes it keeps to make products cheaper: whoever holds many operators can do without some and make them
     * anew. 0 for one that only calls a function.
     */
    default long kept() {
        return 0;
    }

    /**
     * The products of A with several vectors, which implementations may compute together for less
     * than one by one.
     *
     * @param v vectors of length n, not modified
     * @param products receives as many vectors of length m, overwritten, none of them among {@code v}
     * @throws IllegalArgumentException if there are not as many products as vectors
     */
    default void applyAll(double[][] v, double[][] products) {
        Checks.sameCount("vectors", v.length, "products", products.length);
        for (int i = 0; i < v.length; i++) {
            apply(v[i], products[i]);
        }
    }

    /**
     * The matrix itself, by n products.
     *
     * @param matrix receives A by rows, length m·n: entry (i, j) at i·n + j; overwritten
     * @throws IllegalArgumentException if the length is wrong
     */
    default void dense(double[] matrix) {
        int m = rows();
        int n = columns();
        Checks.length("matrix", matrix, Math.multiplyExact(m, n), "rows times columns");
        int block = Math.min(n, Columns.BLOCK);
        double[][] units = new double[block][n];
        double[][] columns = new double[block][m];
        for (int from = 0; from < n; from += block) {
            int count = Math.min(block, n - from);
            for (int k = 0; k < count; k++) {
                units[k][from + k] = 1;
            }
            Columns.apply(this, units, columns, count);
            for (int k = 0; k < count; k++) {
                units[k][from + k] = 0;
                Columns.put(columns[k], matrix, from + k, n);
            }
        }
    }
}
