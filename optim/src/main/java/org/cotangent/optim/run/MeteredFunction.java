package org.cotangent.optim.run;

import org.cotangent.ad.function.DifferentiableFunction;

/** A function whose calls are counted and limited; not a number outside of its domain. */
public final class MeteredFunction implements DifferentiableFunction {

    private final DifferentiableFunction function;
    private final Meter meter;

    /** Sends every call through the meter. */
    public MeteredFunction(DifferentiableFunction function, Meter meter) {
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
}
