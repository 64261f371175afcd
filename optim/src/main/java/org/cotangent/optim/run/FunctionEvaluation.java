package org.cotangent.optim.run;

import java.util.Arrays;
import org.cotangent.ad.function.DifferentiableFunction;

/** A point of a scalar function, in buffers that are used again for other points. */
public final class FunctionEvaluation implements MovableEvaluation {

    private final DifferentiableFunction function;
    private final double[] point;
    private final double[] gradient;
    private double value;
    private boolean valueKnown;
    private boolean gradientKnown;

    /** Buffers for a function; the point is zero until overwritten, the gradient NaN until written. */
    public FunctionEvaluation(DifferentiableFunction function) {
        this.function = function;
        this.point = new double[function.dimension()];
        this.gradient = new double[point.length];
        Arrays.fill(gradient, Double.NaN);
    }

    @Override
    public double[] overwrite() {
        valueKnown = false;
        gradientKnown = false;
        return point;
    }

    /** Whether the value has been computed and is this one. */
    public boolean isKnownToBe(double expected) {
        return valueKnown && value == expected;
    }

    @Override
    public double[] point() {
        return point;
    }

    @Override
    public double value() {
        if (!valueKnown) {
            value = function.value(point);
            valueKnown = true;
        }
        return value;
    }

    @Override
    public double[] gradient() {
        if (!gradientKnown) {
            double valueWithGradient = function.valueAndGradient(point, gradient);
            // A value that a decision was based on stays: the two may differ in the last bit.
            value = valueKnown ? value : valueWithGradient;
            valueKnown = true;
            gradientKnown = true;
        }
        return gradient;
    }

    @Override
    public boolean gradientKnown() {
        return gradientKnown;
    }

    @Override
    public void exchange(State state) {
        state.vector(point);
        valueKnown = state.flag(valueKnown);
        value = state.number(value);
        gradientKnown = state.flag(gradientKnown);
        state.vector(gradient);
    }
}
