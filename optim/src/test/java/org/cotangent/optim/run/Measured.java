package org.cotangent.optim.run;

import java.time.Duration;

/** An iterate that consists of the numbers that rules look at. */
record Measured(
        long iteration,
        double value,
        double gradientNorm,
        double firstGradientNorm,
        double secantStep,
        double pointNorm,
        double firstPointNorm)
        implements Iterate {

    /** One of which only number, value and gradient norm matter. */
    static Measured of(long iteration, double value) {
        return new Measured(iteration, value, value, 1, Double.NaN, 0, 0);
    }

    @Override
    public double[] point() {
        return new double[0];
    }

    @Override
    public double previousValue() {
        return Double.NaN;
    }

    @Override
    public double[] gradient() {
        return new double[0];
    }

    @Override
    public double scaledGradient(double[] typical) {
        return gradientNorm;
    }

    @Override
    public double curvature() {
        return Double.NaN;
    }

    @Override
    public double stepNorm() {
        return Double.NaN;
    }

    @Override
    public double modelStep() {
        return Double.NaN;
    }

    @Override
    public Counts counts() {
        return Counts.NONE;
    }

    @Override
    public Duration elapsed() {
        return Duration.ZERO;
    }
}
