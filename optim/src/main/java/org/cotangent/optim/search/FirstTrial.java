package org.cotangent.optim.search;

/** The first step to try along the directions of Newton and quasi-Newton methods, whose natural step is 1. */
final class FirstTrial {

    /** The margin by which steps grow back to 1 (Nocedal, Wright 2006, p. 60). */
    private static final double MARGIN = 1.01;

    private FirstTrial() {}

    /**
     * No longer than what would fall twice as far as the last step if the slope stayed (Nocedal,
     * Wright, Numerical Optimization, 2nd ed. 2006, p. 60, with equation 3.60): 1 where the method
     * converges fast, less where the model promises far more than the function keeps.
     */
    static double after(double lastDecrease, double slope) {
        double step = MARGIN * 2 * lastDecrease / -slope;
        return step > 0 && step < 1 ? step : 1;
    }
}
