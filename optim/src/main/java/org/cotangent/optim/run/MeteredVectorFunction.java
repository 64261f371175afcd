package org.cotangent.optim.run;

import org.cotangent.ad.function.VectorFunction;

/** A vector function whose calls are counted and limited. */
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
        function.value(x, y);
    }

    @Override
    public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
        meter.jacobian();
        function.jvp(x, xDot, y, yDot);
    }

    @Override
    public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
        meter.jacobian();
        function.vjp(x, yBar, y, xBar);
    }

    @Override
    public void jacobian(double[] x, double[] y, double[] jacobian) {
        meter.jacobian();
        function.jacobian(x, y, jacobian);
    }
}
