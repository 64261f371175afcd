package org.cotangent.optim.search;

import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.TwiceDifferentiableFunction;

/** u ↦ f(s u) with its gradient s ∇f and its Hessian s H s. */
final class ScaledTwiceFunction implements TwiceDifferentiableFunction {

    private final TwiceDifferentiableFunction function;
    private final ScaledFunction first;
    private final Scaling scaling;

    ScaledTwiceFunction(TwiceDifferentiableFunction function, Scaling scaling) {
        this.function = function;
        this.scaling = scaling;
        first = new ScaledFunction(function, scaling);
    }

    @Override
    public int dimension() {
        return function.dimension();
    }

    @Override
    public double value(double[] u) {
        return first.value(u);
    }

    @Override
    public double valueAndGradient(double[] u, double[] gradient) {
        return first.valueAndGradient(u, gradient);
    }

    @Override
    public void hessianVectorProduct(double[] u, double[] v, double[] product) {
        hessianAt(u).apply(v, product);
    }

    @Override
    public LinearOperator hessianAt(double[] u) {
        LinearOperator hessian = function.hessianAt(multiplied(u));
        return new LinearOperator() {
            @Override
            public int rows() {
                return hessian.rows();
            }

            @Override
            public int columns() {
                return hessian.columns();
            }

            @Override
            public void apply(double[] v, double[] product) {
                hessian.apply(multiplied(v), product);
                scaling.multiply(product, product);
            }
        };
    }

    private double[] multiplied(double[] v) {
        double[] scaled = new double[v.length];
        scaling.multiply(v, scaled);
        return scaled;
    }
}
