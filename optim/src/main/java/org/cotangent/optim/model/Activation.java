package org.cotangent.optim.model;

/** What a unit makes of its input. */
public enum Activation {
    /** tanh. */
    TANH {
        @Override
        double value(double s) {
            double size = Math.abs(s);
            if (size < EXPONENTIAL) {
                return Math.tanh(s);
            }
            double e = Math.exp(-2 * size);
            return Math.copySign((1 - e) / (1 + e), s);
        }

        @Override
        double slope(double value) {
            return 1 - value * value;
        }

        @Override
        double bend(double value) {
            return -2 * value;
        }
    },
    /** 1 / (1 + e^−s). */
    LOGISTIC {
        @Override
        double value(double s) {
            return 1 / (1 + Math.exp(-s));
        }

        @Override
        double slope(double value) {
            return value * (1 - value);
        }

        @Override
        double bend(double value) {
            return 1 - 2 * value;
        }
    },
    /** max(0, s), of slope 0 at the kink. */
    RECTIFIER {
        @Override
        double value(double s) {
            return Math.max(0, s);
        }

        @Override
        double slope(double value) {
            return value > 0 ? 1 : 0;
        }

        @Override
        double bend(double value) {
            return 0;
        }
    },
    /** s itself. */
    IDENTITY {
        @Override
        double value(double s) {
            return s;
        }

        @Override
        double slope(double value) {
            return 1;
        }

        @Override
        double bend(double value) {
            return 0;
        }
    };

    /** From here on the exponential loses no digit and takes a third of the time of Math.tanh. */
    private static final double EXPONENTIAL = 0.5;

    /** The output for an input. */
    abstract double value(double s);

    /** The derivative, from the output. */
    abstract double slope(double value);

    /** The second derivative over the first, from the output. */
    abstract double bend(double value);
}
