package org.cotangent.optim.search;

import org.cotangent.ad.function.DifferentiableFunction;

/** u ↦ f(s u) with its gradient s ∇f. */
final class ScaledFunction implements DifferentiableFunction {

    private final DifferentiableFunction function;
    private final Scaling scaling;

    ScaledFunction(DifferentiableFunction function, Scaling scaling) {
        this.function = function;
        this.scaling = scaling;
    }

    @Override
    public int dimension() {
        return function.dimension();
    }

    @Override
    public double value(double[] u) {
        return function.value(original(u));
    }

    @Override
    public double valueAndGradient(double[] u, double[] gradient) {
        double value = function.valueAndGradient(original(u), gradient);
        scaling.multiply(gradient, gradient);
        return value;
    }

    private double[] original(double[] u) {
        double[] x = new double[u.length];
        scaling.multiply(u, x);
        return x;
    }
}
