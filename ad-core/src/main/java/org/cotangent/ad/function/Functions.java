package org.cotangent.ad.function;

import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/**
 * Adapters for derivatives written by hand, so that two or three lambdas can be minimized, fitted
 * and checked like any generated function. Lengths and aliases are checked here, once; a function
 * that computes value and gradient together does better to implement {@link DifferentiableFunction}.
 *
 * <pre>{@code
 * DifferentiableFunction bowl = Functions.of(
 *         2,
 *         x -> x[0] * x[0] + 3 * x[1] * x[1],
 *         (x, gradient) -> {
 *             gradient[0] = 2 * x[0];
 *             gradient[1] = 6 * x[1];
 *         });
 * }</pre>
 *
 * <p>What is given must set every element of its output, must not modify x, and must be safe to
 * call from several threads if the function is.
 */
public final class Functions {

    private Functions() {}

    /** A Hessian-vector product written by hand. */
    @FunctionalInterface
    public interface HessianVectorProduct {

        /**
         * Sets the product at a point.
         *
         * @param x point, length n, not to be modified
         * @param v direction, length n, not to be modified
         * @param product receives H(x) v, length n, to be overwritten
         */
        void apply(double[] x, double[] v, double[] product);
    }

    /**
     * A scalar function from its value and its gradient.
     *
     * @param n number of variables
     * @param value x, length n, to f(x)
     * @param gradient sets its second argument, length n, to ∇f of its first
     * @throws IllegalArgumentException if n is not positive
     */
    public static DifferentiableFunction of(
            int n, ToDoubleFunction<double[]> value, BiConsumer<double[], double[]> gradient) {
        return new HandWritten(n, value, gradient);
    }

    /**
     * A twice differentiable scalar function from its value, gradient and Hessian-vector product.
     *
     * @param n number of variables
     * @param value x, length n, to f(x)
     * @param gradient sets its second argument, length n, to ∇f of its first
     * @param product the product of the Hessian with a direction
     * @throws IllegalArgumentException if n is not positive
     */
    public static TwiceDifferentiableFunction of(
            int n,
            ToDoubleFunction<double[]> value,
            BiConsumer<double[], double[]> gradient,
            HessianVectorProduct product) {
        Objects.requireNonNull(product, "product is null, expected the Hessian-vector product");
        return new TwiceHandWritten(new HandWritten(n, value, gradient), product);
    }

    /**
     * A vector function from its values and its dense Jacobian.
     *
     * @param n number of variables
     * @param m number of values
     * @param values sets its second argument, length m, to f of its first, length n
     * @param jacobian sets its second argument, length m·n, to the Jacobian at its first: entry (i,
     *     j) at i·n + j
     * @throws IllegalArgumentException if n or m is not positive
     */
    public static VectorFunction of(
            int n, int m, BiConsumer<double[], double[]> values, BiConsumer<double[], double[]> jacobian) {
        return new DenseVectorFunction(n, m, values, jacobian);
    }

    private static final class HandWritten implements DifferentiableFunction {

        private final int n;
        private final ToDoubleFunction<double[]> value;
        private final BiConsumer<double[], double[]> gradient;

        HandWritten(int n, ToDoubleFunction<double[]> value, BiConsumer<double[], double[]> gradient) {
            this.n = Checks.dimension("number of variables", n);
            this.value = Objects.requireNonNull(value, "value is null, expected a function of the point");
            this.gradient = Objects.requireNonNull(gradient, "gradient is null, expected what sets a gradient");
        }

        @Override
        public int dimension() {
            return n;
        }

        @Override
        public double value(double[] x) {
            return value.applyAsDouble(Checks.length("point", x, n));
        }

        @Override
        public double valueAndGradient(double[] x, double[] xBar) {
            Checks.length("point", x, n);
            Checks.length("gradient", xBar, n);
            Checks.distinct("gradient", xBar, "point", x);
            gradient.accept(x, xBar);
            return value.applyAsDouble(x);
        }
    }

    private record TwiceHandWritten(HandWritten first, HessianVectorProduct second)
            implements TwiceDifferentiableFunction {

        @Override
        public int dimension() {
            return first.dimension();
        }

        @Override
        public double value(double[] x) {
            return first.value(x);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            return first.valueAndGradient(x, gradient);
        }

        @Override
        public void hessianVectorProduct(double[] x, double[] v, double[] product) {
            Checks.length("point", x, dimension());
            Checks.length("direction", v, dimension());
            Checks.length("product", product, dimension());
            Checks.distinct("product", product, "point", x);
            Checks.distinct("product", product, "direction", v);
            second.apply(x, v, product);
        }
    }
}
