package org.cotangent.ad.runtime;

import org.apache.commons.numbers.gamma.Beta;
import org.apache.commons.numbers.gamma.Gamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * The library's functions of the gamma family with edges filled in, and with products of large
 * powers computed so that their exponents do not multiply rounding errors.
 */
final class GammaFunctions {

    /** From here on {@link #correction} has all digits. */
    private static final double LARGE = 10;

    /** An exponent whose exponential, and that of twice its negative, is far from the ends of the range. */
    private static final double LARGEST_EXPONENT = 300;

    /** Each halving of an exponent doubles the error of the result. */
    private static final int MOST_HALVINGS = 10;

    /** Up to here the library's density has all digits. */
    private static final double SMALL_SHAPE = 20;

    /** Squared distance from the mean, in units of the variance, from which on a value is corrected. */
    private static final double TAIL = 20;

    private static final double SMALLEST_DENSITY = 1e-290;

    private static final double TWO_PI = 2 * Math.PI;

    /** B2k / (2k(2k−1)), the coefficients of Stirling's series (DLMF 5.11.1), lowest first. */
    private static final double[] STIRLING = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400
    };

    private GammaFunctions() {}

    static double logGamma(double x) {
        if (x == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return x < 0 ? Double.NaN : LogGamma.value(x);
    }

    static double logBeta(double a, double b) {
        double smaller = Math.min(a, b);
        if (smaller == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return smaller > 0 && Double.isInfinite(Math.max(a, b)) ? Double.NEGATIVE_INFINITY : LogBeta.value(a, b);
    }

    static double beta(double a, double b) {
        double smaller = Math.min(a, b);
        double larger = Math.max(a, b);
        if (smaller == 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (!(smaller > 0) || larger < LARGE) {
            return Beta.value(a, b);
        }
        if (Double.isInfinite(larger)) {
            return 0;
        }
        return smaller < LARGE ? betaOfSmallAndLarge(smaller, larger) : betaOfLarge(smaller, larger);
    }

    /** Γ(a) times Γ(b) / Γ(a + b) by Stirling's formula. */
    private static double betaOfSmallAndLarge(double a, double b) {
        DoubleDouble sum = DoubleDouble.sum(a, b);
        double powers = sum.pow(-a) * new DoubleDouble(b, 0).dividedBy(sum).pow(b - 0.5);
        return Gamma.value(a) * powers * Math.exp(a + (correction(b) - correction(sum.high())));
    }

    private static double betaOfLarge(double a, double b) {
        DoubleDouble sum = DoubleDouble.sum(a, b);
        double powers = new DoubleDouble(a, 0).dividedBy(sum).pow(a)
                * new DoubleDouble(b, 0).dividedBy(sum).pow(b);
        double root = Math.sqrt(TWO_PI * (sum.high() / a) / b);
        return powers * root * Math.exp(correction(a) + correction(b) - correction(sum.high()));
    }

    /** log Γ(x) − ((x − 1/2) log x − x + log √(2π)) for large x. */
    private static double correction(double x) {
        double square = 1 / (x * x);
        double series = 0;
        for (int k = STIRLING.length - 1; k >= 0; k--) {
            series = Math.fma(series, square, STIRLING[k]);
        }
        return series / x;
    }

    static double regularizedGammaP(double a, double x) {
        if (x == Double.POSITIVE_INFINITY && a > 0) {
            return 1;
        }
        double value = noThrow(() -> RegularizedGamma.P.value(a, x));
        return x < a && isTail(a, x) ? corrected(value, a, x) : value;
    }

    static double regularizedGammaQ(double a, double x) {
        if (x == Double.POSITIVE_INFINITY && a > 0) {
            return 0;
        }
        double value = noThrow(() -> RegularizedGamma.Q.value(a, x));
        return x > a && isTail(a, x) ? corrected(value, a, x) : value;
    }

    /** Where the library sums a series or a continued fraction and multiplies it by the density. */
    private static boolean isTail(double a, double x) {
        return a > SMALL_SHAPE && (x - a) * (x - a) > TAIL * a;
    }

    /**
     * The value with its factor, the density, replaced by a better one: the library's has lost up to
     * 3e-12 at shape 1e5, twelve standard deviations out.
     */
    private static double corrected(double value, double a, double x) {
        double density = noThrow(() -> RegularizedGamma.P.derivative(a, x));
        boolean usable = density > SMALLEST_DENSITY && density < Double.POSITIVE_INFINITY;
        return usable ? value * (gammaDensity(a, x) / density) : value;
    }

    static double gammaDensity(double a, double x) {
        if (a <= 0 && a > -1) {
            return densityOfNoShape(a, x);
        }
        if (a < LARGE || x <= 0 || Double.isInfinite(x)) {
            return x == Double.POSITIVE_INFINITY && a > 0 ? 0 : noThrow(() -> RegularizedGamma.P.derivative(a, x));
        }
        int halvings = Math.max(0, Math.getExponent((a - x) / LARGEST_EXPONENT) + 1);
        double share = Math.scalb(1.0, -halvings);
        DoubleDouble exponent = DoubleDouble.sum(a, -x);
        double power = new DoubleDouble(x, 0).dividedBy(new DoubleDouble(a, 0)).pow(a * share);
        double product = power * Math.exp(exponent.high() * share) * (1 + exponent.low() * share);
        for (int k = 0; k < halvings; k++) {
            product *= product;
        }
        boolean usable = halvings <= MOST_HALVINGS && !isExtreme(power);
        return usable
                ? product / x * Math.sqrt(a / TWO_PI) * Math.exp(-correction(a))
                : noThrow(() -> RegularizedGamma.P.derivative(a, x));
    }

    /** The same formula where it is no density, for the slope of the density at 0. */
    private static double densityOfNoShape(double a, double x) {
        if (x == 0) {
            return a == 0 ? 0 : Double.NEGATIVE_INFINITY;
        }
        return gammaDensity(a + 1, x) * a / x;
    }

    private static boolean isExtreme(double factor) {
        return !(factor > 1e-290 && factor < 1e290);
    }

    static double regularizedBeta(double x, double a, double b) {
        return noThrow(() -> RegularizedBeta.value(x, a, b));
    }

    static double betaDensity(double x, double a, double b) {
        DoubleDouble rest = DoubleDouble.sum(1, -x);
        boolean large = a >= LARGE && b >= LARGE;
        double first = large ? ratio(new DoubleDouble(x, 0), a, b).pow(a) : Math.pow(x, a - 1);
        double second = large ? ratio(rest, b, a).pow(b) : rest.pow(b - 1);
        if (isExtreme(first) || isExtreme(second) || !(x > 0 && x < 1)) {
            return noThrow(() -> RegularizedBeta.derivative(x, a, b));
        }
        if (!large) {
            return first * second / beta(a, b);
        }
        double root = Math.sqrt(a / (a + b) * b / TWO_PI);
        double corrections = correction(a + b) - correction(a) - correction(b);
        return first * second * root * Math.exp(corrections) / (x * rest.high());
    }

    /** x·(a + b) / a. */
    private static DoubleDouble ratio(DoubleDouble x, double a, double b) {
        return x.times(DoubleDouble.sum(a, b)).dividedBy(new DoubleDouble(a, 0));
    }

    /** A function of the library, which throws where its iterations diverge. */
    private interface Fallible {
        double value();
    }

    private static double noThrow(Fallible function) {
        try {
            return function.value();
        } catch (ArithmeticException diverged) {
            return Double.NaN;
        }
    }
}
