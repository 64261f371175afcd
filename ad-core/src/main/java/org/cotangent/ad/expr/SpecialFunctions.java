package org.cotangent.ad.expr;

/**
 * The functions of {@link org.cotangent.ad.runtime.Special} that can be written on a value, element by
 * element on vectors and matrices. There is what they are defined as, where, and how accurate.
 *
 * @param <E> the kind of value
 */
public sealed interface SpecialFunctions<E extends Arithmetic<E>> permits Arithmetic {

    /**
     * An operation on this value; for integers, the operation of the same name on integers.
     *
     * @throws IllegalArgumentException if the operation takes other operands
     */
    E map(Op op);

    /**
     * An operation on this value and another.
     *
     * @throws IllegalArgumentException if the operation takes other operands, or lengths differ
     */
    E map(Op op, E second);

    /**
     * An operation on this value and scalars.
     *
     * @param position the place of this value among the operands, counted from 0
     * @param scalars the other operands in their order
     * @throws IllegalArgumentException if the operation takes other operands
     */
    E mapAt(int position, Op op, Expr... scalars);

    /** The logistic function 1 / (1 + e^−this). */
    default E sigmoid() {
        return map(Op.SIGMOID);
    }

    /** log(1 + e^this). */
    default E softplus() {
        return map(Op.SOFTPLUS);
    }

    /** Another name of {@link #softplus}. */
    default E log1pexp() {
        return softplus();
    }

    /** The error function. */
    default E erf() {
        return map(Op.ERF);
    }

    /** 1 − erf, accurate where that is small. */
    default E erfc() {
        return map(Op.ERFC);
    }

    /** e^(this²) · erfc(this). */
    default E erfcx() {
        return map(Op.ERFCX);
    }

    /** The inverse of {@link #erf}. */
    default E erfInverse() {
        return map(Op.ERF_INVERSE);
    }

    /** The inverse of {@link #erfc}. */
    default E erfcInverse() {
        return map(Op.ERFC_INVERSE);
    }

    /** e^(−this²). */
    default E gaussian() {
        return map(Op.GAUSSIAN);
    }

    /** The density of the standard normal distribution. */
    default E normalDensity() {
        return map(Op.NORMAL_DENSITY);
    }

    /** The distribution function of the standard normal distribution. */
    default E normalCdf() {
        return map(Op.NORMAL_CDF);
    }

    /** The logarithm of {@link #normalCdf}, also where that underflows. */
    default E logNormalCdf() {
        return map(Op.LOG_NORMAL_CDF);
    }

    /** The inverse of {@link #normalCdf}. */
    default E normalQuantile() {
        return map(Op.NORMAL_QUANTILE);
    }

    /** log Γ(this), for this &gt;= 0. */
    default E logGamma() {
        return map(Op.LOG_GAMMA);
    }

    /** The derivative of {@link #logGamma}. */
    default E digamma() {
        return map(Op.DIGAMMA);
    }

    /** The derivative of {@link #digamma}. */
    default E trigamma() {
        return map(Op.TRIGAMMA);
    }

    /** The derivative of {@link #digamma} of an order from 0 to {@value org.cotangent.ad.runtime.Special#HIGHEST_ORDER}. */
    default E polygamma(int order) {
        return mapAt(0, Op.POLYGAMMA, Expr.constant(order));
    }

    /** The beta function B(this, b). */
    default E beta(E b) {
        return map(Op.BETA, b);
    }

    /** log B(this, b), also where B overflows or underflows. */
    default E logBeta(E b) {
        return map(Op.LOG_BETA, b);
    }

    /** P(shape, this), the distribution function of a gamma variable; not differentiated by the shape. */
    default E regularizedGammaP(Expr shape) {
        return mapAt(1, Op.REGULARIZED_GAMMA_P, shape);
    }

    /** P(shape, this). */
    default E regularizedGammaP(double shape) {
        return regularizedGammaP(Expr.constant(shape));
    }

    /** Q(shape, this) = 1 − P(shape, this), accurate where that is small; not differentiated by the shape. */
    default E regularizedGammaQ(Expr shape) {
        return mapAt(1, Op.REGULARIZED_GAMMA_Q, shape);
    }

    /** Q(shape, this). */
    default E regularizedGammaQ(double shape) {
        return regularizedGammaQ(Expr.constant(shape));
    }

    /** The density of a gamma variable, this^(shape − 1) e^−this / Γ(shape). */
    default E gammaDensity(Expr shape) {
        return mapAt(1, Op.GAMMA_DENSITY, shape);
    }

    /** The density of a gamma variable. */
    default E gammaDensity(double shape) {
        return gammaDensity(Expr.constant(shape));
    }

    /** I(this; a, b), the distribution function of a beta variable; not differentiated by a and b. */
    default E regularizedBeta(Expr a, Expr b) {
        return mapAt(0, Op.REGULARIZED_BETA, a, b);
    }

    /** I(this; a, b). */
    default E regularizedBeta(double a, double b) {
        return regularizedBeta(Expr.constant(a), Expr.constant(b));
    }

    /** The density of a beta variable, this^(a − 1) (1 − this)^(b − 1) / B(a, b). */
    default E betaDensity(Expr a, Expr b) {
        return mapAt(0, Op.BETA_DENSITY, a, b);
    }

    /** The density of a beta variable. */
    default E betaDensity(double a, double b) {
        return betaDensity(Expr.constant(a), Expr.constant(b));
    }

    /** The Bessel function J₀. */
    default E besselJ0() {
        return map(Op.BESSEL_J0);
    }

    /** The Bessel function J₁. */
    default E besselJ1() {
        return map(Op.BESSEL_J1);
    }

    /** The Bessel function of an order up to {@value org.cotangent.ad.runtime.Special#HIGHEST_ORDER}. */
    default E besselJ(int order) {
        return mapAt(0, Op.BESSEL_J, Expr.constant(order));
    }
}
