package org.cotangent.optim;

import org.cotangent.ad.function.DifferentiableFunction;

/** Hides the second derivatives of a function. */
record GradientOnly(DifferentiableFunction function) implements DifferentiableFunction {

    @Override
    public int dimension() {
        return function.dimension();
    }

    @Override
    public double value(double[] x) {
        return function.value(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        return function.valueAndGradient(x, gradient);
    }
}
