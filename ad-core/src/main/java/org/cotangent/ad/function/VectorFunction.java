package org.cotangent.ad.function;

import java.util.Arrays;

/** A function from n variables to m values that knows its Jacobian, as products or whole. */
public interface VectorFunction {

    /** The number of variables n, at least 1. */
    int inputDimension();

    /** The number of values m, at least 1. */
    int outputDimension();

    /**
     * The values at a point.
     *
     * @param x point, length n, not modified
     * @param y receives f(x), length m, overwritten
     * @throws IllegalArgumentException if a length is wrong or the arrays are the same
     */
    void value(double[] x, double[] y);

    /**
     * The values and the product J(x) xDot.
     *
     * @param x point, length n, not modified
     * @param xDot tangent, length n, not modified
     * @param y receives f(x), length m, overwritten
     * @param yDot receives J(x) xDot, length m, overwritten
     * @throws IllegalArgumentException if a length is wrong or an output is another argument
     */
    void jvp(double[] x, double[] xDot, double[] y, double[] yDot);

    /**
     * The values and the product J(x)ᵀ yBar.
     *
     * @param x point, length n, not modified
     * @param yBar adjoint, length m, not modified
     * @param y receives f(x), length m, overwritten
     * @param xBar receives J(x)ᵀ yBar, length n, overwritten
     * @throws IllegalArgumentException if a length is wrong or an output is another argument
     */
    void vjp(double[] x, double[] yBar, double[] y, double[] xBar);

    /**
     * The values and the dense Jacobian, by whichever of n tangents and m adjoints is fewer.
     *
     * @param x point, length n, not modified
     * @param y receives f(x), length m, overwritten
     * @param jacobian receives J(x) by rows, length m·n: entry (i, j) at i·n + j; overwritten
     * @throws IllegalArgumentException if a length is wrong or an output is another argument
     */
    default void jacobian(double[] x, double[] y, double[] jacobian) {
        int n = inputDimension();
        int m = outputDimension();
        Checks.length("point", x, n);
        Checks.length("values", y, m, "number of values");
        Checks.length("jacobian", jacobian, Math.multiplyExact(m, n), "values times variables");
        Checks.distinct("values", y, "point", x);
        Checks.distinct("jacobian", jacobian, "point", x);
        Checks.distinct("jacobian", jacobian, "values", y);
        double[] row = new double[n];
        double[] column = new double[m];
        if (n <= m) {
            for (int j = 0; j < n; j++) {
                row[j] = 1;
                jvp(x, row, y, column);
                row[j] = 0;
                for (int i = 0; i < m; i++) {
                    jacobian[i * n + j] = column[i];
                }
            }
            return;
        }
        for (int i = 0; i < m; i++) {
            Arrays.fill(column, 0);
            column[i] = 1;
            vjp(x, column, y, row);
            System.arraycopy(row, 0, jacobian, i * n, n);
        }
    }
}
