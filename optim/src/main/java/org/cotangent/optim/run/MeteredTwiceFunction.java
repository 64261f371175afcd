package org.cotangent.optim.run;

import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.TwiceDifferentiableFunction;

/** A twice differentiable function whose calls are counted and limited. */
public final class MeteredTwiceFunction implements TwiceDifferentiableFunction {

    private final TwiceDifferentiableFunction function;
    private final Meter meter;

    /** Sends every call through the meter. */
    public MeteredTwiceFunction(TwiceDifferentiableFunction function, Meter meter) {
        this.function = function;
        this.meter = meter;
    }

    @Override
    public int dimension() {
        return function.dimension();
    }

    @Override
    public double value(double[] x) {
        meter.value();
        return function.value(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        meter.gradient();
        return function.valueAndGradient(x, gradient);
    }

    @Override
    public void hessianVectorProduct(double[] x, double[] v, double[] product) {
        meter.product();
        function.hessianVectorProduct(x, v, product);
    }

    @Override
    public void hessian(double[] x, double[] hessian) {
        meter.hessian();
        function.hessian(x, hessian);
    }

    @Override
    public LinearOperator hessianAt(double[] x) {
        LinearOperator hessian = function.hessianAt(x);
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
                meter.product();
                hessian.apply(v, product);
            }

            @Override
            public void applyAll(double[][] v, double[][] products) {
                meter.products(v.length);
                hessian.applyAll(v, products);
            }
        };
    }
}
