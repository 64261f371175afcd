package org.cotangent.optim.stochastic;

/**
 * Half a cosine from one rate to another (Loshchilov, Hutter 2017, SGDR: stochastic gradient descent with
 * warm restarts, equation 5, without restarts).
 *
 * @param rate the first one, positive
 * @param last from the end on, not negative
 * @param updates until the end, at least 1
 */
public record CosineDecay(double rate, double last, long updates) implements Schedule {

    public CosineDecay {
        Require.positive("rate", rate, "1e-3");
        if (!(last >= 0) || Double.isInfinite(last)) {
            throw new IllegalArgumentException("last rate is " + last + ", expected a finite number from 0 on");
        }
        Require.count("updates", updates, "the number of updates of the run");
    }

    @Override
    public double rate(long update) {
        double done = Math.min(1, (double) update / updates);
        return last + (rate - last) * (1 + Math.cos(Math.PI * done)) / 2;
    }
}
