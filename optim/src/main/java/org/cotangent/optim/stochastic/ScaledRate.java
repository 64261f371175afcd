package org.cotangent.optim.stochastic;

import java.util.Objects;

/**
 * Rates in proportion to the length of batches (Goyal et al. 2017, Accurate, large minibatch SGD, section
 * 2.1).
 *
 * @param each the schedule for batches of the first length
 * @param from examples in the batches that it is for
 * @param to examples in the batches there are
 */
public record ScaledRate(Schedule each, int from, int to) implements Schedule {

    public ScaledRate {
        Objects.requireNonNull(each, "each is null, expected a schedule");
        Require.count("examples in a batch before", from, "256");
        Require.count("examples in a batch now", to, "256");
    }

    @Override
    public double rate(long update) {
        return each.rate(update) * to / from;
    }
}
