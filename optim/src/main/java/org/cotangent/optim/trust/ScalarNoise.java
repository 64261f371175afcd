package org.cotangent.optim.trust;

import java.util.SplittableRandom;
import org.cotangent.ad.function.DifferentiableFunction;

/**
 * How far the value of a function that is known by its values only may be off by rounding. Measured as Moré,
 * Wild (2011), Estimating computational noise, SIAM J. Sci. Comput. 33, section 2: values at equally spaced
 * points so near that their third differences are rounding alone.
 */
final class ScalarNoise {

    /** Conn, Gould, Toint, Trust-Region Methods, 2000, section 17.4.2: ten rounding units. */
    private static final double UNITS = 10;

    /** The paper recommends six to eight. */
    private static final int SAMPLES = 7;

    private static final int ORDER = 3;

    /** (k!)²/(2k)! for k = 3: the variance of independent errors by the mean square of their third differences. */
    private static final double VARIANCE_OF_DIFFERENCES = 36.0 / 720;

    /**
     * The spacing relative to the point: its cube, which the function itself contributes, is far below the
     * rounding unit, and yet every intermediate result is rounded anew.
     */
    private static final double SPACING = Math.sqrt(Math.ulp(1.0));

    /**
     * Where all values are alike, as where terms cancel to 0 at a minimum: a third of the digits, over which a
     * quadratic function still contributes nothing.
     */
    private static final double WIDER_SPACING = Math.cbrt(Math.ulp(1.0));

    /** The paper finds its estimates right to within this factor, section 5. */
    private static final double UNCERTAINTY = 4;

    /** Three standard deviations of the difference of two values. */
    private static final double RISE = 3 * Math.sqrt(2) * UNCERTAINTY;

    private ScalarNoise() {}

    /** The least that is to be expected of any value. */
    static double of(double value) {
        return UNITS * Math.ulp(1.0) * Math.abs(value);
    }

    /** The rise between two near points that may be rounding, measured; 0 if a value is not finite. */
    static double measured(DifferentiableFunction function, double[] x) {
        double rise = measured(function, x, SPACING);
        return rise > 0 ? rise : measured(function, x, WIDER_SPACING);
    }

    private static double measured(DifferentiableFunction function, double[] x, double spacing) {
        double[] samples = samples(function, x, spacing);
        for (int order = 0; order < ORDER; order++) {
            for (int k = 0; k + 1 < SAMPLES - order; k++) {
                samples[k] = samples[k + 1] - samples[k];
            }
        }
        double sum = 0;
        int count = SAMPLES - ORDER;
        for (int k = 0; k < count; k++) {
            sum += samples[k] * samples[k];
        }
        double deviation = Math.sqrt(VARIANCE_OF_DIFFERENCES * sum / count);
        return Double.isFinite(deviation) ? RISE * deviation : 0;
    }

    private static double[] samples(DifferentiableFunction function, double[] x, double spacing) {
        SplittableRandom random = new SplittableRandom(1);
        double[] direction = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            direction[i] = spacing * x[i] * random.nextDouble(-1, 1);
        }
        double[] values = new double[SAMPLES];
        double[] near = new double[x.length];
        for (int k = 0; k < SAMPLES; k++) {
            for (int i = 0; i < x.length; i++) {
                near[i] = x[i] + (k - SAMPLES / 2) * direction[i];
            }
            values[k] = function.value(near);
        }
        return values;
    }
}
