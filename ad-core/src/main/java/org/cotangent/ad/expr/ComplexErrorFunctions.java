package org.cotangent.ad.expr;

import org.cotangent.ad.runtime.Special;

/**
 * The error functions and the normal distribution of a complex argument near the real axis: series
 * around 0, a continued fraction further out, and Newton's method for inverses. No derivative of the
 * real functions goes in, so that complex steps through these test them.
 */
final class ComplexErrorFunctions {

    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);
    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    /** Beyond this the complement of the series would cancel; the continued fraction needs at most 840 terms. */
    private static final double FAR = 0.5;

    private static final Complex ONE = Complex.real(1);

    private ComplexErrorFunctions() {}

    static Complex gaussian(Complex z) {
        return turned(Special.gaussian(z.re()) * Math.exp(z.im() * z.im()), -2 * z.re() * z.im());
    }

    static Complex normalDensity(Complex z) {
        return turned(Special.normalDensity(z.re()) * Math.exp(z.im() * z.im() / 2), -z.re() * z.im());
    }

    private static Complex turned(double modulus, double angle) {
        return new Complex(modulus * Math.cos(angle), modulus * Math.sin(angle));
    }

    static Complex erf(Complex z) {
        if (z.re() >= FAR) {
            return ONE.minus(erfc(z));
        }
        return z.re() <= -FAR ? erfc(z.negate()).minus(ONE) : near(z);
    }

    /** 2/√π e^(−z²) Σ 2ᵏ z²ᵏ⁺¹ / (2k + 1)!! (DLMF 7.6.2). */
    private static Complex near(Complex z) {
        Complex twice = z.times(z).times(2);
        Complex term = z;
        Complex sum = z;
        for (int k = 1; term.modulus() > 1e-18 * sum.modulus(); k++) {
            term = term.times(twice).times(1.0 / (2 * k + 1));
            sum = sum.plus(term);
        }
        return gaussian(z).times(sum).times(TWO_OVER_ROOT_PI);
    }

    static Complex erfc(Complex z) {
        if (z.re() >= FAR) {
            return gaussian(z).times(fraction(z));
        }
        return z.re() <= -FAR ? Complex.real(2).minus(erfc(z.negate())) : ONE.minus(near(z));
    }

    static Complex erfcx(Complex z) {
        return z.re() >= FAR ? fraction(z) : ComplexFunctions.exp(z.times(z)).times(erfc(z));
    }

    /** e^(z²) erfc z by Laplace's continued fraction (DLMF 7.9.4). */
    private static Complex fraction(Complex z) {
        Complex tail = z;
        for (int k = 40 + (int) (200 / (z.re() * z.re())); k >= 1; k--) {
            tail = z.plus(Complex.real(k / 2.0).dividedBy(tail));
        }
        return Complex.real(TWO_OVER_ROOT_PI / 2).dividedBy(tail);
    }

    /** e^(z²) iⁿerfc z (DLMF 7.18.7), downward where that is stable. */
    static Complex erfcxIntegral(Complex z, int n) {
        if (n < 0 || n > Special.HIGHEST_ORDER) {
            return Complex.NAN;
        }
        Complex last = erfcx(z);
        if (z.re() < 1) {
            Complex before = Complex.real(TWO_OVER_ROOT_PI);
            for (int k = 1; k <= n; k++) {
                Complex next = before.minus(z.times(2).times(last)).times(0.5 / k);
                before = last;
                last = next;
            }
            return last;
        }
        Complex ratio = Complex.real(0);
        for (int k = n + 40 + (int) (200 / (z.re() * z.re())); k >= 1; k--) {
            ratio = Complex.real(0.5).dividedBy(z.plus(ratio.times(k + 1)));
            last = k <= n ? last.times(ratio) : last;
        }
        return last;
    }

    static Complex erfInverse(Complex z) {
        if (Math.abs(z.re()) <= 0.5) {
            return inverseOfErf(z);
        }
        return z.re() > 0
                ? inverseOfErfc(ONE.minus(z))
                : inverseOfErfc(ONE.plus(z)).negate();
    }

    static Complex erfcInverse(Complex z) {
        if (Math.abs(z.re() - 1) <= 0.5) {
            return inverseOfErf(ONE.minus(z));
        }
        return z.re() < 1
                ? inverseOfErfc(z)
                : inverseOfErfc(Complex.real(2).minus(z)).negate();
    }

    private static Complex inverseOfErf(Complex z) {
        Complex w = Complex.real(Special.erfInverse(z.re()));
        for (int k = 0; k < 4; k++) {
            w = w.minus(erf(w).minus(z).dividedBy(gaussian(w).times(TWO_OVER_ROOT_PI)));
        }
        return w;
    }

    private static Complex inverseOfErfc(Complex z) {
        Complex w = Complex.real(Special.erfcInverse(z.re()));
        for (int k = 0; k < 4 && Double.isFinite(w.re()); k++) {
            w = w.plus(erfc(w).minus(z).dividedBy(gaussian(w).times(TWO_OVER_ROOT_PI)));
        }
        return w;
    }

    static Complex normalCdf(Complex z) {
        if (z.re() > 1) {
            return ONE.minus(normalCdf(z.negate()));
        }
        if (z.re() < -1) {
            return normalDensity(z).times(erfcx(z.times(-ROOT_HALF))).times(ROOT_TWO_PI / 2);
        }
        return erfc(z.times(-ROOT_HALF)).times(0.5);
    }

    static Complex logNormalCdf(Complex z) {
        if (z.re() < -1) {
            Complex scaled = erfcx(z.times(-ROOT_HALF)).times(0.5);
            return ComplexFunctions.log(scaled).minus(z.times(z).times(0.5));
        }
        return z.re() > 0 ? ComplexFunctions.log1p(normalCdf(z.negate()).negate()) : ComplexFunctions.log(normalCdf(z));
    }

    static Complex normalQuantile(Complex p) {
        return erfcInverse(p.times(2)).times(-1 / ROOT_HALF);
    }

    static Complex sigmoid(Complex z) {
        if (z.re() < 0) {
            Complex e = ComplexFunctions.exp(z);
            return e.dividedBy(ONE.plus(e));
        }
        return ONE.dividedBy(ONE.plus(ComplexFunctions.exp(z.negate())));
    }

    static Complex softplus(Complex z) {
        return z.re() > 0
                ? z.plus(ComplexFunctions.log1p(ComplexFunctions.exp(z.negate())))
                : ComplexFunctions.log1p(ComplexFunctions.exp(z));
    }
}
