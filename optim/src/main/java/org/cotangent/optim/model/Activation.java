package org.cotangent.optim.model;

/** What a unit makes of its input. */
public enum Activation {
    /** tanh. */
    TANH {
        @Override
        double value(double s) {
            return Math.tanh(s);
        }

        @Override
        double slope(double value) {
            return 1 - value * value;
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
    };

    /** The output for an input. */
    abstract double value(double s);

    /** The derivative, from the output. */
    abstract double slope(double value);
}
