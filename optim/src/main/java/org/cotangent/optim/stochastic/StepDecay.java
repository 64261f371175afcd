package org.cotangent.optim.stochastic;

/**
 * The rate times a factor after every so many updates.
 *
 * @param rate the first one, positive
 * @param factor positive
 * @param every updates between two falls, at least 1
 */
public record StepDecay(double rate, double factor, long every) implements Schedule {

    public StepDecay {
        Require.positive("rate", rate, "1e-3");
        Require.positive("factor", factor, "0.1");
        Require.count("updates between falls", every, "some epochs of them");
    }

    @Override
    public double rate(long update) {
        return rate * Math.pow(factor, (double) Math.floorDiv(update, every));
    }
}
