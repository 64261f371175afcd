package org.cotangent.optim.run;

import java.util.Arrays;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.OutsideDomainException;

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
        return value(function, meter, x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        meter.gradient();
        return valueAndGradient(function, meter, x, gradient);
    }

    static double value(DifferentiableFunction function, Meter meter, double[] x) {
        try {
            return function.value(x);
        } catch (OutsideDomainException outside) {
            meter.outside(outside);
            return Double.NaN;
        }
    }

    static double valueAndGradient(DifferentiableFunction function, Meter meter, double[] x, double[] gradient) {
        try {
            return function.valueAndGradient(x, gradient);
        } catch (OutsideDomainException outside) {
            meter.outside(outside);
            Arrays.fill(gradient, Double.NaN);
            return Double.NaN;
        }
    }
}
