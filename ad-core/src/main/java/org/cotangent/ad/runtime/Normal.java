package org.cotangent.ad.runtime;

import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.numbers.gamma.InverseErfc;

/** The standard normal distribution, to the last digits of its tails. */
final class Normal {

    private static final double ROOT_2 = Math.sqrt(2);

    /** 1 / √2. */
    private static final double ROOT_HALF = 0.7071067811865476;

    /** 1 / √(2π). */
    private static final double PEAK = 0.3989422804014327;

    /** Below this argument the scaled error function takes over, which no rounding of x/√2 disturbs. */
    private static final double TAIL = -1;

    /** Above this argument the distribution function is so near to 1 that its logarithm needs log1p. */
    private static final double NEAR_ONE = 0;

    private Normal() {}

    static double density(double x) {
        return PEAK * ErrorFunctions.gaussian(x, 0.5);
    }

    static double cdf(double x) {
        if (x < TAIL) {
            return 0.5 * Erfcx.value(-x * ROOT_HALF) * ErrorFunctions.gaussian(x, 0.5);
        }
        return x < 0 ? 0.5 * Erfc.value(-x * ROOT_HALF) : 0.5 + 0.5 * Erf.value(x * ROOT_HALF);
    }

    static double logCdf(double x) {
        if (x < TAIL) {
            return Math.log(0.5 * Erfcx.value(-x * ROOT_HALF)) - 0.5 * x * x;
        }
        return x > NEAR_ONE ? Math.log1p(-cdf(-x)) : Math.log(cdf(x));
    }

    static double quantile(double p) {
        return -ROOT_2 * InverseErfc.value(2 * p);
    }
}
