package org.cotangent.optim.search;

import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.State;

/** Another evaluation as it looks in scaled variables. One object shows many, one after the other. */
final class ScaledPoint implements Evaluation {

    private final Scaling scaling;
    private final double[] point;
    private final double[] gradient;
    private Evaluation original;
    private boolean gradientScaled;

    /** A view that shows {@code first} to begin with. */
    ScaledPoint(Scaling scaling, Evaluation first) {
        this.scaling = scaling;
        point = new double[first.point().length];
        gradient = new double[point.length];
        original = first;
        show(first);
    }

    /** Shows another evaluation. */
    ScaledPoint show(Evaluation evaluation) {
        original = evaluation;
        gradientScaled = false;
        scaling.divide(evaluation.point(), point);
        return this;
    }

    @Override
    public double[] point() {
        return point;
    }

    @Override
    public double value() {
        return original.value();
    }

    @Override
    public double[] gradient() {
        if (!gradientScaled) {
            scaling.multiply(original.gradient(), gradient);
            gradientScaled = true;
        }
        return gradient;
    }

    @Override
    public boolean gradientKnown() {
        return original.gradientKnown();
    }

    /** Nothing: what it shows is shown anew before it is looked at. */
    @Override
    public void exchange(State state) {}
}
