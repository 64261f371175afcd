package org.cotangent.optim.run;

/** How little the function curves along the last steps: what tells how long a step is left. */
final class Flatness implements Stateful {

    /**
     * The smallest curvature of the last steps counts, and counts this much more with each: a step
     * across a valley must not hide the floor that the steps before went along. Over the
     * Moré-Garbow-Hillstrom problems, f times 1e-6, 1 and 1e6, no claim by the secant step was false.
     */
    private static final double FORGETTING = 2;

    private final StepMeasure measure;
    private double latest = Double.NaN;
    private double flattest = Double.NaN;
    private double measuredStep = Double.NaN;

    Flatness(StepMeasure measure) {
        this.measure = measure;
    }

    /** Follows an accepted step. */
    void follow(Evaluation from, Evaluation to) {
        latest = curvature(from, to);
        flattest = latest > 0 ? Math.min(latest, flattest > 0 ? FORGETTING * flattest : latest) : Double.NaN;
    }

    /** sᵀy / sᵀs. */
    private static double curvature(Evaluation from, Evaluation to) {
        double[] start = from.point();
        double[] end = to.point();
        double[] gradientFrom = from.gradient();
        double[] gradientTo = to.gradient();
        double product = 0;
        double square = 0;
        for (int i = 0; i < start.length; i++) {
            double s = end[i] - start[i];
            product += s * (gradientTo[i] - gradientFrom[i]);
            square += s * s;
        }
        return product / square;
    }

    /** Forgets what was measured at another point. */
    void moved() {
        measuredStep = Double.NaN;
    }

    /** The curvature along the last step. */
    double latest() {
        return latest;
    }

    /** See {@link Iterate#secantStep()}. */
    double step(double gradientNorm) {
        return gradientNorm / flattest;
    }

    /** The step as it is measured at a point, where the last steps say at most what is doubted. */
    double measuredStep(Evaluation at, double gradientNorm, double doubted) {
        if (Double.isNaN(measuredStep)) {
            double step = step(gradientNorm);
            double measured = measure.stepLeft(at, doubted);
            measuredStep = measured > step ? measured : step;
            flattest = gradientNorm / measuredStep;
        }
        return measuredStep;
    }

    /** See {@link Iterate#learnedStep()}. */
    double learnedStep(Evaluation at) {
        return measure.learnedStep(at);
    }

    @Override
    public void exchange(State state) {
        latest = state.number(latest);
        flattest = state.number(flattest);
        measuredStep = state.number(measuredStep);
    }
}
