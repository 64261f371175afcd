package org.cotangent.examples.lynx;

/**
 * An ordinary differential equation solved by the method of Dormand and Prince (1980): steps of order five whose
 * error is estimated by one of order four, and which are as long as the error permits.
 */
final class DormandPrince {

    private static final double TOLERANCE = 1e-13;
    private static final double SAFETY = 0.9;
    private static final double LEAST_FACTOR = 0.2;
    private static final double LARGEST_FACTOR = 5;

    /** A step without any error would have no finite factor. */
    private static final double LEAST_ERROR = 1e-8;

    private DormandPrince() {}

    /**
     * Goes on in time.
     *
     * @param state the animals, replaced by those at the end
     * @param parameters of the equation
     * @param time how long to go on
     * @param firstStep to be tried
     * @return the step to try next
     */
    static double advance(double[] state, double[] parameters, double time, double firstStep) {
        double[] next = new double[state.length];
        double step = firstStep;
        double left = time;
        while (left > 0) {
            double h = Math.min(step, left);
            double error = step(state, parameters, h, next);
            if (error <= 1) {
                left -= h;
                for (int i = 0; i < state.length; i++) {
                    state[i] = next[i];
                }
            }
            double factor = SAFETY * Math.pow(Math.max(error, LEAST_ERROR), -0.2);
            step = h * Math.min(LARGEST_FACTOR, Math.max(LEAST_FACTOR, factor));
        }
        return step;
    }

    /** Takes a step and returns its estimated error, 1 for what is just tolerated. */
    private static double step(double[] y, double[] parameters, double h, double[] next) {
        double[] k1 = new double[y.length];
        double[] k2 = new double[y.length];
        double[] k3 = new double[y.length];
        double[] k4 = new double[y.length];
        double[] k5 = new double[y.length];
        double[] k6 = new double[y.length];
        double[] k7 = new double[y.length];
        PredatorPrey.rates(y, parameters, k1);
        for (int i = 0; i < y.length; i++) {
            next[i] = y[i] + h * (1.0 / 5 * k1[i]);
        }
        PredatorPrey.rates(next, parameters, k2);
        for (int i = 0; i < y.length; i++) {
            next[i] = y[i] + h * (3.0 / 40 * k1[i] + 9.0 / 40 * k2[i]);
        }
        PredatorPrey.rates(next, parameters, k3);
        for (int i = 0; i < y.length; i++) {
            next[i] = y[i] + h * (44.0 / 45 * k1[i] - 56.0 / 15 * k2[i] + 32.0 / 9 * k3[i]);
        }
        PredatorPrey.rates(next, parameters, k4);
        for (int i = 0; i < y.length; i++) {
            next[i] = y[i]
                    + h
                            * (19372.0 / 6561 * k1[i]
                                    - 25360.0 / 2187 * k2[i]
                                    + 64448.0 / 6561 * k3[i]
                                    - 212.0 / 729 * k4[i]);
        }
        PredatorPrey.rates(next, parameters, k5);
        for (int i = 0; i < y.length; i++) {
            next[i] = y[i]
                    + h
                            * (9017.0 / 3168 * k1[i]
                                    - 355.0 / 33 * k2[i]
                                    + 46732.0 / 5247 * k3[i]
                                    + 49.0 / 176 * k4[i]
                                    - 5103.0 / 18656 * k5[i]);
        }
        PredatorPrey.rates(next, parameters, k6);
        for (int i = 0; i < y.length; i++) {
            next[i] = y[i]
                    + h
                            * (35.0 / 384 * k1[i]
                                    + 500.0 / 1113 * k3[i]
                                    + 125.0 / 192 * k4[i]
                                    - 2187.0 / 6784 * k5[i]
                                    + 11.0 / 84 * k6[i]);
        }
        PredatorPrey.rates(next, parameters, k7);
        double largest = 0;
        for (int i = 0; i < y.length; i++) {
            double error = h
                    * (71.0 / 57600 * k1[i]
                            - 71.0 / 16695 * k3[i]
                            + 71.0 / 1920 * k4[i]
                            - 17253.0 / 339200 * k5[i]
                            + 22.0 / 525 * k6[i]
                            - 1.0 / 40 * k7[i]);
            largest = Math.max(largest, Math.abs(error) / (TOLERANCE * Math.abs(y[i])));
        }
        return largest;
    }
}
