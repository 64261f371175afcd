package org.cotangent.optim.stochastic;

/**
 * How large the steps are, update by update. Schedules have no memory; records say what they are, which
 * saved runs compare.
 */
@FunctionalInterface
public interface Schedule {

    /**
     * The rate of an update.
     *
     * @param update its number, from 0
     * @return what multiplies the update, not negative
     */
    double rate(long update);

    /** Always the same rate. */
    static Schedule constant(double rate) {
        return new ConstantRate(rate);
    }

    /** The rate times a factor after every so many updates. */
    static Schedule steps(double rate, double factor, long every) {
        return new StepDecay(rate, factor, every);
    }

    /** Half a cosine from the rate to 0, and 0 from then on. */
    static Schedule cosine(double rate, long updates) {
        return new CosineDecay(rate, 0, updates);
    }

    /** The rate over 1 + update / scale, with which noisy gradients converge (Robbins, Monro 1951). */
    static Schedule inverseTime(double rate, double scale) {
        return new InverseTime(rate, scale);
    }

    /** The same schedule after a rise from almost 0 to its first rate, even over so many updates. */
    default Schedule warmUp(long updates) {
        return new WarmUp(this, updates);
    }

    /**
     * The same schedule for batches of another length than the one it was found with: rates in proportion
     * (Goyal et al. 2017, Accurate, large minibatch SGD, section 2.1), which asks for a warm-up.
     *
     * @param from examples in the batches that the schedule is for
     * @param to examples in the batches there are
     */
    default Schedule scaled(int from, int to) {
        return new ScaledRate(this, from, to);
    }
}
