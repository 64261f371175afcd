package org.cotangent.ad.expr;

/**
 * What can be written on a value: one list for scalars and, element by element, for vectors and
 * matrices. Every method names an operation of the {@link Op} table; functions that {@link Math} does
 * not have are in {@link SpecialFunctions}.
 *
 * @param <E> the kind of value: {@link Expr}, {@link VectorExpr} or {@link MatrixExpr}
 */
public sealed interface Arithmetic<E extends Arithmetic<E>> extends SpecialFunctions<E>
        permits Expr, VectorExpr, MatrixExpr {

    /**
     * An operation on this value and two others.
     *
     * @throws IllegalArgumentException if the operation takes other operands, or lengths differ
     */
    E map(Op op, E second, E third);

    /**
     * An operation on this value and a number.
     *
     * @throws IllegalArgumentException if the operation takes other operands
     */
    E map(Op op, double second);

    default E plus(E other) {
        return map(Op.ADD, other);
    }

    default E plus(double other) {
        return map(Op.ADD, other);
    }

    default E minus(E other) {
        return map(Op.SUBTRACT, other);
    }

    default E minus(double other) {
        return map(Op.SUBTRACT, other);
    }

    default E times(E other) {
        return map(Op.MULTIPLY, other);
    }

    default E times(double other) {
        return map(Op.MULTIPLY, other);
    }

    /** The quotient; of integers, truncated toward zero as in Java. */
    default E dividedBy(E other) {
        return map(Op.DIVIDE, other);
    }

    default E dividedBy(double other) {
        return map(Op.DIVIDE, other);
    }

    /** 1 divided by this. */
    E reciprocal();

    default E negate() {
        return map(Op.NEGATE);
    }

    /** this · factor + summand, rounded once. */
    default E fma(E factor, E summand) {
        return map(Op.FMA, factor, summand);
    }

    /** Java's {@code %}: what is left of this after whole multiples of the other, with the sign of this. */
    default E remainder(E other) {
        return map(Op.REMAINDER, other);
    }

    /** {@link Math#IEEEremainder}: what is left after the nearest whole multiple of the other. */
    default E ieeeRemainder(E other) {
        return map(Op.IEEE_REMAINDER, other);
    }

    /** {@link Math#pow(double, double)}. */
    default E pow(E exponent) {
        return map(Op.POW, exponent);
    }

    /** {@link Math#pow(double, double)} with a constant exponent. */
    default E pow(double exponent) {
        return map(Op.POW, exponent);
    }

    /**
     * An integer power. Up to |n| = {@value Powers#MAX_PRODUCT} it is a product by repeated
     * squaring, several times faster than {@link Math#pow} and within |n| units in the last place
     * of it; a negative exponent divides 1 by the product. Beyond that it is {@link Math#pow}.
     */
    E pow(int n);

    /** This times itself. */
    default E square() {
        return pow(2);
    }

    default E sqrt() {
        return map(Op.SQRT);
    }

    default E cbrt() {
        return map(Op.CBRT);
    }

    /** √(this² + other²) without overflow on the way. */
    default E hypot(E other) {
        return map(Op.HYPOT, other);
    }

    default E exp() {
        return map(Op.EXP);
    }

    /** exp(this) − 1, accurate near 0. */
    default E expm1() {
        return map(Op.EXPM1);
    }

    /** The natural logarithm. */
    default E log() {
        return map(Op.LOG);
    }

    default E log10() {
        return map(Op.LOG10);
    }

    /** log(1 + this), accurate near 0. */
    default E log1p() {
        return map(Op.LOG1P);
    }

    default E sin() {
        return map(Op.SIN);
    }

    default E cos() {
        return map(Op.COS);
    }

    default E tan() {
        return map(Op.TAN);
    }

    default E asin() {
        return map(Op.ASIN);
    }

    default E acos() {
        return map(Op.ACOS);
    }

    default E atan() {
        return map(Op.ATAN);
    }

    /** The angle of the point (x, this) in the plane, as {@link Math#atan2}. */
    default E atan2(E x) {
        return map(Op.ATAN2, x);
    }

    default E sinh() {
        return map(Op.SINH);
    }

    default E cosh() {
        return map(Op.COSH);
    }

    default E tanh() {
        return map(Op.TANH);
    }

    default E asinh() {
        return map(Op.ASINH);
    }

    default E acosh() {
        return map(Op.ACOSH);
    }

    default E atanh() {
        return map(Op.ATANH);
    }

    default E toRadians() {
        return map(Op.TO_RADIANS);
    }

    default E toDegrees() {
        return map(Op.TO_DEGREES);
    }

    default E abs() {
        return map(Op.ABS);
    }

    default E max(E other) {
        return map(Op.MAX, other);
    }

    default E max(double other) {
        return map(Op.MAX, other);
    }

    default E min(E other) {
        return map(Op.MIN, other);
    }

    default E min(double other) {
        return map(Op.MIN, other);
    }

    default E signum() {
        return map(Op.SIGNUM);
    }

    /** This with the sign of the other. */
    default E copySign(E sign) {
        return map(Op.COPY_SIGN, sign);
    }

    default E floor() {
        return map(Op.FLOOR);
    }

    default E ceil() {
        return map(Op.CEIL);
    }

    default E rint() {
        return map(Op.RINT);
    }

    /**
     * This value as if it were a constant: its derivative is 0, in every mode and of every order, and
     * under complex steps. Unlike at a kink this is not a limit of difference quotients: what is
     * computed from it is not the derivative of the function that is evaluated.
     */
    default E stopGradient() {
        return map(Op.STOP_GRADIENT);
    }

    /** Rounded to the nearest float; the derivative is taken as 1. */
    default E toFloat() {
        return map(Op.TO_FLOAT);
    }

    default E lessThan(E other) {
        return map(Op.LESS, other);
    }

    default E lessThan(double other) {
        return map(Op.LESS, other);
    }

    default E lessOrEqual(E other) {
        return map(Op.LESS_OR_EQUAL, other);
    }

    default E lessOrEqual(double other) {
        return map(Op.LESS_OR_EQUAL, other);
    }

    default E greaterThan(E other) {
        return map(Op.GREATER, other);
    }

    default E greaterThan(double other) {
        return map(Op.GREATER, other);
    }

    default E greaterOrEqual(E other) {
        return map(Op.GREATER_OR_EQUAL, other);
    }

    default E greaterOrEqual(double other) {
        return map(Op.GREATER_OR_EQUAL, other);
    }

    default E equalTo(E other) {
        return map(Op.EQUAL, other);
    }

    default E equalTo(double other) {
        return map(Op.EQUAL, other);
    }

    default E not() {
        return map(Op.NOT);
    }

    /** This and, only if this is true, the other: Java's {@code &&}. */
    default E and(E other) {
        return map(Op.AND_ALSO, other);
    }

    /** This or, only if this is false, the other: Java's {@code ||}. */
    default E or(E other) {
        return map(Op.OR_ELSE, other);
    }

    /**
     * One of two values by this condition; the other contributes nothing to value and derivatives,
     * not even where it is NaN.
     */
    default E select(E whenTrue, E whenFalse) {
        return map(Op.CONDITIONAL, whenTrue, whenFalse);
    }
}
