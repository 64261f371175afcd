package org.cotangent.optim.run;

import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.function.VectorFunction;

/** A twice differentiable vector function whose calls are counted and limited. */
public final class MeteredTwiceVectorFunction implements TwiceDifferentiableVectorFunction {

    private final TwiceDifferentiableVectorFunction function;
    private final VectorFunction first;
    private final Meter meter;

    /** Sends every call through the meter. */
    public MeteredTwiceVectorFunction(TwiceDifferentiableVectorFunction function, Meter meter) {
        this.function = function;
        this.first = new MeteredVectorFunction(function, meter);
        this.meter = meter;
    }

    @Override
    public int inputDimension() {
        return first.inputDimension();
    }

    @Override
    public int outputDimension() {
        return first.outputDimension();
    }

    @Override
    public void value(double[] x, double[] y) {
        first.value(x, y);
    }

    @Override
    public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
        first.jvp(x, xDot, y, yDot);
    }

    @Override
    public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
        first.vjp(x, yBar, y, xBar);
    }

    @Override
    public void jacobian(double[] x, double[] y, double[] jacobian) {
        first.jacobian(x, y, jacobian);
    }

    @Override
    public void weightedHessianVectorProduct(double[] x, double[] w, double[] v, double[] product) {
        meter.product();
        Domain.fill(meter, () -> function.weightedHessianVectorProduct(x, w, v, product), product);
    }
}
