package org.cotangent.optim.stochastic;

/**
 * Always the same rate.
 *
 * @param rate positive
 */
public record ConstantRate(double rate) implements Schedule {

    public ConstantRate {
        Require.positive("rate", rate, "1e-3");
    }

    @Override
    public double rate(long update) {
        return rate;
    }
}
