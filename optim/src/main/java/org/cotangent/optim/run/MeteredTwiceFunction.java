package org.cotangent.optim.run;

import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.TwiceDifferentiableFunction;

/** A twice differentiable function whose calls are counted and limited; not a number outside of its domain. */
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
        return Domain.value(meter, function, x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        meter.gradient();
        return Domain.valueAndGradient(meter, function, x, gradient);
    }

    @Override
    public void hessianVectorProduct(double[] x, double[] v, double[] product) {
        meter.product();
        Domain.fill(meter, () -> function.hessianVectorProduct(x, v, product), product);
    }

    @Override
    public void hessian(double[] x, double[] hessian) {
        meter.hessian();
        Domain.fill(meter, () -> function.hessian(x, hessian), hessian);
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
                Domain.fill(meter, () -> hessian.apply(v, product), product);
            }

            @Override
            public void applyAll(double[][] v, double[][] products) {
                meter.products(v.length);
                Domain.fill(meter, () -> hessian.applyAll(v, products), products);
            }
        };
    }
}
