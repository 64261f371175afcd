package org.cotangent.optim.stochastic;

/**
 * The rate over 1 + update / scale: the sum of rates is infinite and that of their squares is not, with
 * which noisy gradients converge (Robbins, Monro 1951, A stochastic approximation method, equation 26).
 *
 * @param rate the first one, positive
 * @param scale updates until it is halved, positive
 */
public record InverseTime(double rate, double scale) implements Schedule {

    public InverseTime {
        Require.positive("rate", rate, "1e-3");
        Require.positive("scale", scale, "the number of updates in an epoch");
    }

    @Override
    public double rate(long update) {
        return rate / (1 + update / scale);
    }
}
