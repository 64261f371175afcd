package org.cotangent.optim;

import org.cotangent.ad.function.TwiceDifferentiableFunction;

/** Counts the calls that reach a function, independently of the optimizer's own count. */
final class CountingFunction implements TwiceDifferentiableFunction {

    private final TwiceDifferentiableFunction function;
    int evaluations;
    int products;

    CountingFunction(TwiceDifferentiableFunction function) {
        this.function = function;
    }

    @Override
    public int dimension() {
        return function.dimension();
    }

    @Override
    public double value(double[] x) {
        evaluations++;
        return function.value(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        evaluations++;
        return function.valueAndGradient(x, gradient);
    }

    @Override
    public void hessianVectorProduct(double[] x, double[] v, double[] product) {
        products++;
        function.hessianVectorProduct(x, v, product);
    }
}
