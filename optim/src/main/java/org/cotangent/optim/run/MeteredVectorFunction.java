package org.cotangent.optim.run;

import org.cotangent.ad.function.VectorFunction;

/** A vector function whose calls are counted and limited; not numbers outside of its domain. */
public final class MeteredVectorFunction implements VectorFunction {

    private final VectorFunction function;
    private final Meter meter;

    /** Sends every call through the meter. */
    public MeteredVectorFunction(VectorFunction function, Meter meter) {
        this.function = function;
        this.meter = meter;
    }

    @Override
    public int inputDimension() {
        return function.inputDimension();
    }

    @Override
    public int outputDimension() {
        return function.outputDimension();
    }

    @Override
    public void value(double[] x, double[] y) {
        meter.value();
        Domain.fill(meter, () -> function.value(x, y), y);
    }

    @Override
    public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
        meter.jacobian();
        Domain.fill(meter, () -> function.jvp(x, xDot, y, yDot), y, yDot);
    }

    @Override
    public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
        meter.jacobian();
        Domain.fill(meter, () -> function.vjp(x, yBar, y, xBar), y, xBar);
    }

    @Override
    public void jacobian(double[] x, double[] y, double[] jacobian) {
        meter.jacobian();
        Domain.fill(meter, () -> function.jacobian(x, y, jacobian), y, jacobian);
    }
}
