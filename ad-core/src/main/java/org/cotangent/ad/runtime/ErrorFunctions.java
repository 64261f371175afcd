package org.cotangent.ad.runtime;

import org.apache.commons.numbers.gamma.Erfcx;

/** What the error functions have besides the library's: the Gaussian, and iterated integrals. */
final class ErrorFunctions {

    /** 2 / √π. */
    static final double TWO_OVER_ROOT_PI = 1.1283791670955126;

    /** e^−t is 0 in doubles from here on. */
    private static final double UNDERFLOW = 800;

    /** From here on the recurrence over orders runs downward, where the wanted solution is the growing one. */
    private static final double BACKWARD = 1;

    /** Orders beyond the last that the downward recurrence starts at, times x²; found by trying 50 to 800. */
    private static final int EXTRA_ORDERS = 200;

    /** The same for large x. */
    private static final int FEWEST_EXTRA_ORDERS = 40;

    private ErrorFunctions() {}

    /** e^(−x²·scale) for a scale that is a power of 2, with the rounding of x² made good. */
    static double gaussian(double x, double scale) {
        double square = x * x;
        double exponent = square * scale;
        return exponent > UNDERFLOW ? 0 : Math.exp(-exponent) * (1 - Math.fma(x, x, -square) * scale);
    }

    /**
     * e^(x²) iⁿerfc(x) by the recurrence 2n·E(n) = E(n−2) − 2x·E(n−1) (DLMF 7.18.7), upward where
     * no term is negative and downward (Miller's algorithm; Gautschi, 1961) where it is.
     */
    static double scaledIntegral(double x, int n) {
        if (n < 0 || n > Special.HIGHEST_ORDER) {
            return Double.NaN;
        }
        double first = Erfcx.value(x);
        if (n == 0 || Double.isNaN(first)) {
            return first;
        }
        return x < BACKWARD ? upward(x, n, first) : first * downward(x, n);
    }

    private static double upward(double x, int n, double first) {
        double before = TWO_OVER_ROOT_PI;
        double last = first;
        for (int k = 1; k <= n; k++) {
            double next = (before - 2 * x * last) / (2.0 * k);
            before = last;
            last = next;
        }
        return last;
    }

    /** E(n) / E(0), as a product of ratios r(k) = E(k) / E(k−1) = 1 / (2x + 2(k+1)·r(k+1)). */
    private static double downward(double x, int n) {
        double ratio = 0;
        double product = 1;
        for (int k = n + (int) (EXTRA_ORDERS / (x * x)) + FEWEST_EXTRA_ORDERS; k >= 1; k--) {
            ratio = 1 / (2 * (x + (k + 1) * ratio));
            product = k <= n ? product * ratio : 1;
        }
        return product;
    }
}
