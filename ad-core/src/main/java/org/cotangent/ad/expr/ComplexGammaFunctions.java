package org.cotangent.ad.expr;

import org.cotangent.ad.runtime.Special;

/**
 * Gamma functions of complex arguments near the positive real axis: asymptotic expansions after
 * recurrence, and a series around the zeros of log Γ. Formulas are those of the complex plane and use
 * nothing of the real implementation. Products of large powers lose what their exponents amount to:
 * 1e-13 at parameters of 100.
 */
final class ComplexGammaFunctions {

    private static final double LARGE = 12;
    private static final double EULER = 0.5772156649015329;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    private static final int MOST_TERMS = 100_000;
    private static final Complex ONE = Complex.real(1);

    /** ζ(k) − 1 from k = 2 (Abramowitz and Stegun, table 23.3, with more digits). */
    private static final double[] ZETA_MINUS_1 = {
        0.6449340668482264,
        0.2020569031595943,
        0.08232323371113819,
        0.03692775514336993,
        0.01734306198444914,
        0.008349277381922827,
        0.00407735619794434,
        0.0020083928260822143,
        0.0009945751278180853,
        0.0004941886041194645,
        0.0002460865533080483,
        0.00012271334757848915,
        6.124813505870483e-05,
        3.058823630702049e-05,
        1.528225940865187e-05,
        7.637197637899763e-06,
        3.81729326499984e-06,
        1.908212716553939e-06,
        9.539620338727962e-07,
        4.769329867878064e-07,
        2.38450502727733e-07,
        1.1921992596531106e-07,
        5.960818905125948e-08,
        2.980350351465228e-08,
        1.4901554828365043e-08,
        7.45071178983543e-09,
        3.725334024788457e-09,
        1.862659723513049e-09,
        9.313274324196682e-10,
        4.656629065033784e-10,
        2.3283118336765053e-10,
        1.164155017270052e-10
    };

    /** Bernoulli numbers B2, B4, ... (DLMF 24.2, table 24.2.3). */
    private static final double[] BERNOULLI = {
        1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510
    };

    private ComplexGammaFunctions() {}

    static Complex logGamma(Complex z) {
        if (z.re() < 0) {
            return Complex.NAN;
        } else if (z.re() < 0.5) {
            return logGamma(z.plus(ONE)).minus(ComplexFunctions.log(z));
        } else if (z.re() < 1.5) {
            Complex w = z.minus(ONE);
            return logGammaAbove2(w).minus(ComplexFunctions.log1p(w));
        } else if (z.re() < 2.5) {
            return logGammaAbove2(z.minus(Complex.real(2)));
        }
        Complex v = z;
        Complex product = ONE;
        while (v.re() < LARGE) {
            product = product.times(v);
            v = v.plus(ONE);
        }
        return stirling(v).minus(ComplexFunctions.log(product));
    }

    /** log Γ(2 + w) for small w (DLMF 5.7.3). */
    private static Complex logGammaAbove2(Complex w) {
        Complex sum = Complex.real(0);
        for (int k = ZETA_MINUS_1.length + 1; k >= 2; k--) {
            sum = sum.plus(Complex.real((k % 2 == 0 ? 1 : -1) * ZETA_MINUS_1[k - 2] / k))
                    .times(w);
        }
        return sum.plus(Complex.real(1 - EULER)).times(w);
    }

    private static Complex stirling(Complex z) {
        Complex inverse = ONE.dividedBy(z);
        Complex square = inverse.times(inverse);
        Complex series = Complex.real(0);
        for (int k = BERNOULLI.length; k >= 1; k--) {
            series = series.times(square).plus(Complex.real(BERNOULLI[k - 1] / (2 * k * (2 * k - 1))));
        }
        Complex leading =
                z.minus(Complex.real(0.5)).times(ComplexFunctions.log(z)).minus(z);
        return leading.plus(Complex.real(HALF_LOG_TWO_PI)).plus(series.times(inverse));
    }

    static Complex digamma(Complex z) {
        Complex v = z;
        Complex sum = Complex.real(0);
        while (v.re() >= 0 && v.re() < LARGE) {
            sum = sum.plus(ONE.dividedBy(v));
            v = v.plus(ONE);
        }
        Complex inverse = ONE.dividedBy(v);
        Complex square = inverse.times(inverse);
        Complex series = Complex.real(0);
        for (int k = BERNOULLI.length; k >= 1; k--) {
            series = series.plus(Complex.real(BERNOULLI[k - 1] / (2 * k))).times(square);
        }
        return ComplexFunctions.log(v).minus(inverse.times(0.5)).minus(series).minus(sum);
    }

    static Complex polygamma(Complex z, int n) {
        if (n == 0) {
            return digamma(z);
        }
        if (n < 0 || n > Special.HIGHEST_ORDER || z.re() < 0) {
            return Complex.NAN;
        }
        int s = n + 1;
        Complex v = z;
        Complex sum = Complex.real(0);
        while (v.re() < LARGE + s) {
            sum = sum.plus(power(ONE.dividedBy(v), s));
            v = v.plus(ONE);
        }
        double factorial = n % 2 == 0 ? -1 : 1;
        for (int k = 2; k <= n; k++) {
            factorial *= k;
        }
        return sum.plus(zetaTail(v, s)).times(factorial);
    }

    /** Σ (v + k)^−s for large v (DLMF 25.11.43). */
    private static Complex zetaTail(Complex v, int s) {
        Complex inverse = ONE.dividedBy(v);
        Complex scale = power(inverse, s - 1);
        Complex sum = scale.times(1.0 / (s - 1)).plus(scale.times(inverse).times(0.5));
        double rising = s / 2.0;
        for (int k = 1; k <= BERNOULLI.length; k++) {
            scale = scale.times(inverse).times(inverse);
            sum = sum.plus(scale.times(BERNOULLI[k - 1] * rising));
            rising *= (s + 2.0 * k - 1) * (s + 2.0 * k) / ((2 * k + 1) * (2.0 * k + 2));
        }
        return sum;
    }

    private static Complex power(Complex z, int n) {
        Complex product = ONE;
        for (int k = 0; k < n; k++) {
            product = product.times(z);
        }
        return product;
    }

    static Complex polygammaIncrement(Complex a, Complex b, int n) {
        return polygamma(a.plus(b), n).minus(polygamma(a, n));
    }

    static Complex logBeta(Complex a, Complex b) {
        return logGamma(a).plus(logGamma(b)).minus(logGamma(a.plus(b)));
    }

    static Complex gammaDensity(Complex a, Complex z) {
        Complex exponent = a.minus(ONE).times(ComplexFunctions.log(z)).minus(z).minus(logGamma(a));
        return ComplexFunctions.exp(exponent);
    }

    static Complex betaDensity(Complex z, Complex a, Complex b) {
        Complex powers = a.minus(ONE)
                .times(ComplexFunctions.log(z))
                .plus(b.minus(ONE).times(ComplexFunctions.log1p(z.negate())));
        return ComplexFunctions.exp(powers.minus(logBeta(a, b)));
    }

    static Complex regularizedGammaP(Complex a, Complex z) {
        if (z.isZero()) {
            return z;
        }
        return z.re() < a.re() + 1 ? series(a, z) : ONE.minus(fraction(a, z));
    }

    static Complex regularizedGammaQ(Complex a, Complex z) {
        if (z.isZero()) {
            return ONE;
        }
        return z.re() < a.re() + 1 ? ONE.minus(series(a, z)) : fraction(a, z);
    }

    /** P(a, z) by its power series (DLMF 8.11.4). */
    private static Complex series(Complex a, Complex z) {
        Complex term = ONE.dividedBy(a);
        Complex sum = term;
        for (int k = 1; k < MOST_TERMS && term.modulus() > 1e-17 * sum.modulus(); k++) {
            term = term.times(z).dividedBy(a.plus(Complex.real(k)));
            sum = sum.plus(term);
        }
        return sum.times(z).times(gammaDensity(a, z));
    }

    /** Q(a, z) by a continued fraction (DLMF 8.9.2), from its far end. */
    private static Complex fraction(Complex a, Complex z) {
        int terms = 60 + (int) Math.min(MOST_TERMS, 40 * a.re() / (z.re() - a.re()) + 400 / z.re());
        Complex tail = z.minus(a).plus(Complex.real(2.0 * terms + 1));
        for (int k = terms; k >= 1; k--) {
            Complex numerator = a.minus(Complex.real(k)).times(k);
            tail = z.minus(a).plus(Complex.real(2.0 * k - 1)).plus(numerator.dividedBy(tail));
        }
        return z.times(gammaDensity(a, z)).dividedBy(tail);
    }
}
