package org.cotangent.ad.runtime;

import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.numbers.gamma.InverseErf;
import org.apache.commons.numbers.gamma.InverseErfc;

/**
 * Special functions of real arguments, each an operation of expression graphs too. Outside of its
 * domain a function is NaN, and it never throws.
 */
public final class Special {

    /** The highest order of the functions that have one; NaN beyond. */
    public static final int HIGHEST_ORDER = 100;

    private Special() {}

    /** The logistic function 1 / (1 + e⁻ˣ). */
    public static double sigmoid(double x) {
        return Logistic.sigmoid(x);
    }

    /**
     * The derivative y(1 − y) of y = sigmoid x, without the cancellation at large x.
     *
     * @param y sigmoid x
     */
    public static double sigmoidSlope(double x, double y) {
        return Logistic.sigmoidSlope(x, y);
    }

    /** log(1 + eˣ), the integral of the logistic function. */
    public static double softplus(double x) {
        return Logistic.softplus(x);
    }

    /** Another name of {@link #softplus}. */
    public static double log1pexp(double x) {
        return softplus(x);
    }

    /** The error function 2/√π ∫₀ˣ e^(−t²) dt (DLMF 7.2.1). By Commons Numbers, after Boost. */
    public static double erf(double x) {
        return Erf.value(x);
    }

    /** 1 − erf x, accurate where that is small. By Commons Numbers, after Boost. */
    public static double erfc(double x) {
        return Erfc.value(x);
    }

    /** e^(x²) erfc x, which neither underflows nor, for positive x, grows. By Commons Numbers, after Boost. */
    public static double erfcx(double x) {
        return Erfcx.value(x);
    }

    /**
     * e^(x²) iⁿerfc x, the scaled iterated integrals of the complementary error function (DLMF 7.18.2),
     * of which each is a multiple of the derivative of the one before.
     *
     * @param n order, from 0 (which is {@link #erfcx}) to {@link #HIGHEST_ORDER}
     */
    public static double erfcxIntegral(double x, int n) {
        return ErrorFunctions.scaledIntegral(x, n);
    }

    /** The inverse of {@link #erf}: infinite at ±1, NaN beyond. By Commons Numbers, after Boost. */
    public static double erfInverse(double x) {
        return InverseErf.value(x);
    }

    /** The inverse of {@link #erfc}: infinite at 0 and 2, NaN outside of them. By Commons Numbers, after Boost. */
    public static double erfcInverse(double x) {
        return InverseErfc.value(x);
    }

    /** e^(−x²), with the rounding of x² made good. */
    public static double gaussian(double x) {
        return ErrorFunctions.gaussian(x, 1);
    }

    /** The density e^(−x²/2) / √(2π) of the standard normal distribution. */
    public static double normalDensity(double x) {
        return Normal.density(x);
    }

    /** The probability that a standard normal variable is at most x. */
    public static double normalCdf(double x) {
        return Normal.cdf(x);
    }

    /** The logarithm of {@link #normalCdf}, also where that underflows. */
    public static double logNormalCdf(double x) {
        return Normal.logCdf(x);
    }

    /** The inverse of {@link #normalCdf}: infinite at 0 and 1, NaN outside of them. */
    public static double normalQuantile(double p) {
        return Normal.quantile(p);
    }

    /** log Γ(x) for x &gt;= 0. By Commons Numbers, after Didonato and Morris (1986). */
    public static double logGamma(double x) {
        return GammaFunctions.logGamma(x);
    }

    /** ψ(x), the derivative of log Γ(x) (DLMF 5.2.2), for x &gt;= 0. */
    public static double digamma(double x) {
        return Polygamma.digamma(x);
    }

    /** ψ′(x), the derivative of {@link #digamma}, for x &gt;= 0. */
    public static double trigamma(double x) {
        return Polygamma.polygamma(x, 1);
    }

    /**
     * The derivative of {@link #digamma} of an order (DLMF 5.15), for x &gt;= 0.
     *
     * @param n order, from 0 (which is {@link #digamma}) to {@link #HIGHEST_ORDER}
     */
    public static double polygamma(double x, int n) {
        return Polygamma.polygamma(x, n);
    }

    /**
     * The increase of {@link #polygamma} from a to a + b without cancellation: the derivatives of
     * {@link #logBeta} are made of it.
     *
     * @param a a number &gt;= 0
     * @param b a number &gt;= −a
     * @param n order, a whole number from 0 to {@link #HIGHEST_ORDER}
     */
    public static double polygammaIncrement(double a, double b, double n) {
        return n == Math.rint(n) ? Polygamma.increment(a, b, (int) n) : Double.NaN;
    }

    /** B(a, b) = Γ(a)Γ(b) / Γ(a + b) for a, b &gt;= 0. */
    public static double beta(double a, double b) {
        return GammaFunctions.beta(a, b);
    }

    /** log B(a, b) for a, b &gt;= 0. By Commons Numbers, after Didonato and Morris (1992). */
    public static double logBeta(double a, double b) {
        return GammaFunctions.logBeta(a, b);
    }

    /**
     * P(a, x) = γ(a, x) / Γ(a) (DLMF 8.2.4) for a &gt; 0, x &gt;= 0: the probability that a gamma variable
     * of shape a is at most x. By Commons Numbers, after Boost.
     */
    public static double regularizedGammaP(double a, double x) {
        return GammaFunctions.regularizedGammaP(a, x);
    }

    /** Q(a, x) = 1 − P(a, x), accurate where that is small. By Commons Numbers, after Boost. */
    public static double regularizedGammaQ(double a, double x) {
        return GammaFunctions.regularizedGammaQ(a, x);
    }

    /**
     * xᵃ⁻¹ e⁻ˣ / Γ(a) for x &gt;= 0: the derivative of P(a, x) by x.
     *
     * @param a shape &gt; 0; down to −1 as well, where the formula is no density
     */
    public static double gammaDensity(double a, double x) {
        return GammaFunctions.gammaDensity(a, x);
    }

    /**
     * I(x; a, b) = B(x; a, b) / B(a, b) (DLMF 8.17.2) for a, b &gt; 0 and x in [0, 1]: the probability
     * that a beta variable is at most x. By Commons Numbers, after Boost.
     */
    public static double regularizedBeta(double x, double a, double b) {
        return GammaFunctions.regularizedBeta(x, a, b);
    }

    /** xᵃ⁻¹ (1 − x)ᵇ⁻¹ / B(a, b): the derivative of I(x; a, b) by x. */
    public static double betaDensity(double x, double a, double b) {
        return GammaFunctions.betaDensity(x, a, b);
    }

    /** The Bessel function J₀(x). */
    public static double besselJ0(double x) {
        return Bessel.j0(x);
    }

    /** The Bessel function J₁(x). */
    public static double besselJ1(double x) {
        return Bessel.j1(x);
    }

    /**
     * The Bessel function of the first kind Jₙ(x).
     *
     * @param n order, in magnitude at most {@link #HIGHEST_ORDER}
     */
    public static double besselJ(double x, int n) {
        return Bessel.j(x, n);
    }
}
