package org.cotangent.ad.runtime;

/** Scalar functions that derivative code calls and {@link Math} does not have. */
public final class Primitives {

    /** Above this |tanh x|, 1 − tanh² loses more than a digit to cancellation. */
    private static final double TANH_CANCELLATION = 0.9;

    /** Below this |x|, log1p-based formulas of the inverse hyperbolic functions keep all digits. */
    private static final double LARGE = 0x1p28;

    private static final double LOG_2 = Math.log(2);

    private Primitives() {}

    /**
     * The product in which an exact zero wins over infinities and NaN: 0 if either factor is 0,
     * otherwise a·b.
     */
    public static double strongTimes(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }

    /**
     * The share of max(a, b) that belongs to a: 1 if a is larger, 0 if b is, 1/2 at a tie, NaN if
     * either is NaN.
     */
    public static double share(double a, double b) {
        if (a > b) {
            return 1;
        }
        if (a < b) {
            return 0;
        }
        return a == b ? 0.5 : Double.NaN;
    }

    /**
     * The derivative 1 − y² of y = tanh x, without the cancellation at large |x|.
     *
     * @param x the argument
     * @param y tanh x
     */
    public static double tanhSlope(double x, double y) {
        if (Math.abs(y) < TANH_CANCELLATION) {
            return 1 - y * y;
        }
        double e = Math.exp(-2 * Math.abs(x));
        return 4 * e / ((1 + e) * (1 + e));
    }

    /**
     * The derivative a / r of r = hypot(a, b) by a, and 0 at the origin.
     *
     * @param b not used: it is here so that the derivative of this can be by a and b alone
     */
    public static double direction(double a, double b, double r) {
        return r == 0 ? 0 : a / r;
    }

    /** The inverse hyperbolic sine. */
    public static double asinh(double x) {
        double a = Math.abs(x);
        double magnitude = a > LARGE ? Math.log(a) + LOG_2 : Math.log1p(a + a * a / (1 + Math.hypot(1, a)));
        return Math.copySign(magnitude, x);
    }

    /** The inverse hyperbolic cosine; NaN below 1. */
    public static double acosh(double x) {
        if (x > LARGE) {
            return Math.log(x) + LOG_2;
        }
        double t = x - 1;
        return Math.log1p(t + Math.sqrt(2 * t + t * t));
    }

    /** The inverse hyperbolic tangent; infinite at ±1, NaN beyond. */
    public static double atanh(double x) {
        double a = Math.abs(x);
        return Math.copySign(0.5 * Math.log1p(2 * a / (1 - a)), x);
    }
}
