package org.cotangent.optim.model;

import java.util.Arrays;

/** What a unit makes of its input. */
public enum Activation {
    /** tanh. */
    TANH {
        @Override
        void apply(double[] units, int count) {
            for (int i = 0; i < count; i++) {
                units[i] = HyperbolicTangent.of(units[i]);
            }
        }

        @Override
        void multiplyBySlopes(double[] units, double[] signal, int count) {
            for (int i = 0; i < count; i++) {
                signal[i] *= 1 - units[i] * units[i];
            }
        }

        @Override
        void bends(double[] units, double[] signal, double[] bends, int count) {
            for (int i = 0; i < count; i++) {
                bends[i] = -2 * units[i] * signal[i];
            }
        }
    },
    /** 1 / (1 + e^−s). */
    LOGISTIC {
        @Override
        void apply(double[] units, int count) {
            for (int i = 0; i < count; i++) {
                units[i] = 1 / (1 + Math.exp(-units[i]));
            }
        }

        @Override
        void multiplyBySlopes(double[] units, double[] signal, int count) {
            for (int i = 0; i < count; i++) {
                signal[i] *= units[i] * (1 - units[i]);
            }
        }

        @Override
        void bends(double[] units, double[] signal, double[] bends, int count) {
            for (int i = 0; i < count; i++) {
                bends[i] = (1 - 2 * units[i]) * signal[i];
            }
        }
    },
    /** max(0, s), of slope 0 at the kink. */
    RECTIFIER {
        @Override
        void apply(double[] units, int count) {
            for (int i = 0; i < count; i++) {
                units[i] = Math.max(0, units[i]);
            }
        }

        @Override
        void multiplyBySlopes(double[] units, double[] signal, int count) {
            for (int i = 0; i < count; i++) {
                signal[i] = units[i] > 0 ? signal[i] : 0;
            }
        }

        @Override
        void bends(double[] units, double[] signal, double[] bends, int count) {
            Arrays.fill(bends, 0, count, 0);
        }
    },
    /** s itself. */
    IDENTITY {
        @Override
        void apply(double[] units, int count) {}

        @Override
        void multiplyBySlopes(double[] units, double[] signal, int count) {}

        @Override
        void bends(double[] units, double[] signal, double[] bends, int count) {
            Arrays.fill(bends, 0, count, 0);
        }
    };

    /** Turns inputs of units into their outputs. */
    abstract void apply(double[] units, int count);

    /**
     * Takes signals from outputs of units to their inputs, or changes from inputs to outputs.
     *
     * @param units outputs
     */
    abstract void multiplyBySlopes(double[] units, double[] signal, int count);

    /**
     * By how much a signal at the inputs of units changes as their outputs do.
     *
     * @param units outputs
     * @param signal at the outputs
     * @param bends receives the second derivative over the first, times the signal
     */
    abstract void bends(double[] units, double[] signal, double[] bends, int count);
}
