package org.cotangent.ad.runtime;

/**
 * Derivatives of log Γ, and their increments, for positive arguments: by recurrence up to where the
 * asymptotic expansions hold (DLMF 5.5.2, 5.11.2, 5.15.8; 25.11.43 for higher orders).
 */
final class Polygamma {

    /** From here on ten terms of the expansions give all digits. */
    private static final double LARGE = 12;

    /** The only positive zero of ψ (DLMF 5.4.20, and its next digits). */
    private static final double ZERO = 1.4616321449683622;

    private static final double ZERO_LOW = 9.549995429965697e-17;

    /** Centre of [1, 2], where {@link #RATIO} is used. */
    private static final double CENTRE = 1.5;

    /**
     * ψ(x) / (x − zero) on [1, 2] as a polynomial in x − 1.5, highest power first: Chebyshev
     * interpolation of values with 50 digits, error 3.4e-18.
     */
    private static final double[] RATIO = {
        0.00011881232908510335,
        -0.0001782188548855923,
        9.653646261410062e-05,
        -0.00014480643368061614,
        0.00032395945401345196,
        -0.00048595039220036254,
        0.0006909255761282986,
        -0.0010364584817312839,
        0.0015633696313653504,
        -0.0023454947397380833,
        0.003518106563802472,
        -0.005279937255532708,
        0.007927021796868154,
        -0.011908220105959716,
        0.017907248317313294,
        -0.026975796659787055,
        0.040760833940846085,
        -0.06192213327548831,
        0.09498872445289039,
        -0.14840492305388092,
        0.24054248424078697,
        -0.4236274212814606,
        0.9510558760318328
    };

    /** Bernoulli numbers B2, B4, ... (DLMF 24.2, table 24.2.3). */
    private static final double[] BERNOULLI = {
        1.0 / 6,
        -1.0 / 30,
        1.0 / 42,
        -1.0 / 30,
        5.0 / 66,
        -691.0 / 2730,
        7.0 / 6,
        -3617.0 / 510,
        43867.0 / 798,
        -174611.0 / 330
    };

    private Polygamma() {}

    static double digamma(double x) {
        if (x < 1) {
            return x < 0 ? Double.NaN : digamma(x + 1) - 1 / x;
        }
        double argument = x;
        double sum = 0;
        while (argument > 2 && argument < LARGE) {
            argument -= 1;
            sum += 1 / argument;
        }
        return argument < LARGE ? sum + betweenOneAndTwo(argument) : asymptotic(argument);
    }

    private static double betweenOneAndTwo(double x) {
        double t = x - CENTRE;
        double ratio = 0;
        for (double coefficient : RATIO) {
            ratio = Math.fma(ratio, t, coefficient);
        }
        return ((x - ZERO) - ZERO_LOW) * ratio;
    }

    private static double asymptotic(double x) {
        double square = 1 / (x * x);
        double series = 0;
        for (int k = BERNOULLI.length; k >= 1; k--) {
            series = (series + BERNOULLI[k - 1] / (2 * k)) * square;
        }
        return Math.log(x) - (0.5 / x + series);
    }

    /** The derivative of ψ of order n: (−1)ⁿ⁺¹ n! ζ(n + 1, x). */
    static double polygamma(double x, int n) {
        if (n == 0) {
            return digamma(x);
        }
        if (n < 0 || n > Special.HIGHEST_ORDER || x < 0) {
            return Double.NaN;
        }
        double zeta = zeta(n + 1, x);
        return n % 2 == 0 ? -factorial(n) * zeta : factorial(n) * zeta;
    }

    private static double factorial(int n) {
        double product = 1;
        for (int k = 2; k <= n; k++) {
            product *= k;
        }
        return product;
    }

    /** Hurwitz's zeta function Σ (x + k)^−s by Euler and Maclaurin; smallest terms first. */
    private static double zeta(int s, double x) {
        int terms = terms(s, x);
        double sum = tail(s, x + terms, power -> 1);
        for (int k = terms - 1; k >= 0; k--) {
            sum += inversePower(x + k, s);
        }
        return sum;
    }

    /** How many terms there are before the expansion holds. */
    private static int terms(int s, double x) {
        double end = LARGE + s;
        return x < end ? (int) Math.ceil(end - x) : 0;
    }

    /** What a term of the expansion is multiplied by, for the power of the argument in it. */
    private interface Factor {
        double of(int power);
    }

    /** The expansion of Σ (v + k)^−s, each of its terms times a factor. */
    private static double tail(int s, double v, Factor factor) {
        double inverse = 1 / v;
        double leading = inversePower(v, s - 1);
        double rising = s;
        double scale = leading * inverse * inverse;
        double series = 0;
        for (int k = 1; k <= BERNOULLI.length; k++) {
            series += BERNOULLI[k - 1] * rising * scale * factor.of(s + 2 * k - 1);
            rising *= (s + 2.0 * k - 1) * (s + 2.0 * k) / ((2 * k + 1) * (2.0 * k + 2));
            scale *= inverse * inverse;
        }
        return (series + leading * inverse * factor.of(s)) / 2 + leading * factor.of(s - 1) / (s - 1);
    }

    private static double inversePower(double v, int power) {
        double inverse = 1 / v;
        return switch (power) {
            case 1 -> inverse;
            case 2 -> inverse * inverse;
            case 3 -> inverse * inverse * inverse;
            default -> Math.pow(v, -power);
        };
    }

    /** ψ⁽ⁿ⁾(a + b) − ψ⁽ⁿ⁾(a) for b > −a, each difference of the series in a form that does not cancel. */
    static double increment(double a, double b, int n) {
        if (n < 0 || n > Special.HIGHEST_ORDER || a < 0 || a + b < 0) {
            return Double.NaN;
        }
        if (n == 0) {
            return digammaIncrement(a, b);
        }
        int s = n + 1;
        int terms = terms(s, a);
        double end = Math.log1p(b / (a + terms));
        double sum = tail(s, a + terms, power -> Math.expm1(-power * end));
        for (int k = terms - 1; k >= 0; k--) {
            sum += inversePower(a + k, s) * Math.expm1(-s * Math.log1p(b / (a + k)));
        }
        return n % 2 == 0 ? -factorial(n) * sum : factorial(n) * sum;
    }

    private static double digammaIncrement(double a, double b) {
        int terms = terms(0, a);
        double v = a + terms;
        double growth = Math.log1p(b / v);
        double series = 0;
        double square = 1 / (v * v);
        double scale = square;
        for (int k = 1; k <= BERNOULLI.length; k++) {
            series += BERNOULLI[k - 1] / (2 * k) * scale * Math.expm1(-2 * k * growth);
            scale *= square;
        }
        double sum = growth + b / (v + b) / (2 * v) - series;
        for (int k = terms - 1; k >= 0; k--) {
            sum += b / (a + b + k) / (a + k);
        }
        return sum;
    }
}
