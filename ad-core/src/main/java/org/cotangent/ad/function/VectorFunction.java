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

    /**
     * The Gauss-Newton product J(x)ᵀ J(x) v: the Hessian of half the sum of squares, times v, as
     * far as first derivatives tell. By one {@link #jvp} and one {@link #vjp}, without a matrix.
     *
     * @param x point, length n, not modified
     * @param v direction, length n, not modified
     * @param product receives the product, length n, overwritten
     * @throws IllegalArgumentException if a length is wrong or the product is another argument
     */
    default void gaussNewtonProduct(double[] x, double[] v, double[] product) {
        double[] values = new double[outputDimension()];
        double[] yDot = new double[outputDimension()];
        Checks.distinct("product", product, "direction", v);
        jvp(x, v, values, yDot);
        vjp(x, yDot, values, product);
    }

    /**
     * The weighted Gauss-Newton product J(x)ᵀ W J(x) v with a diagonal W.
     *
     * @param x point, length n, not modified
     * @param w the diagonal of W, length m, not modified
     * @param v direction, length n, not modified
     * @param product receives the product, length n, overwritten
     * @throws IllegalArgumentException if a length is wrong or the product is another argument
     */
    default void gaussNewtonProduct(double[] x, double[] w, double[] v, double[] product) {
        double[] values = new double[outputDimension()];
        double[] yDot = new double[outputDimension()];
        Checks.length("weights", w, outputDimension(), "number of values");
        Checks.distinct("product", product, "direction", v);
        Checks.distinct("product", product, "weights", w);
        jvp(x, v, values, yDot);
        for (int i = 0; i < w.length; i++) {
            yDot[i] *= w[i];
        }
        vjp(x, yDot, values, product);
    }

    /**
     * The Jacobian at one point as an operator, for many products there.
     *
     * <p>Implementations that can share work between products override this.
     *
     * @param x point, length n, copied
     */
    default LinearOperator jacobianAt(double[] x) {
        double[] point = Checks.length("point", x, inputDimension()).clone();
        return Operators.of(
                outputDimension(),
                inputDimension(),
                (v, product) -> jvp(point, v, new double[outputDimension()], product));
    }

    /**
     * The transposed Jacobian at one point as an operator.
     *
     * @param x point, length n, copied
     */
    default LinearOperator transposedJacobianAt(double[] x) {
        double[] point = Checks.length("point", x, inputDimension()).clone();
        return Operators.of(
                inputDimension(),
                outputDimension(),
                (u, product) -> vjp(point, u, new double[outputDimension()], product));
    }

    /**
     * The Gauss-Newton matrix JᵀJ at one point as an operator, for conjugate gradients.
     *
     * @param x point, length n, copied
     */
    default LinearOperator gaussNewtonAt(double[] x) {
        double[] point = Checks.length("point", x, inputDimension()).clone();
        return Operators.of(inputDimension(), inputDimension(), (v, product) -> gaussNewtonProduct(point, v, product));
    }
}
