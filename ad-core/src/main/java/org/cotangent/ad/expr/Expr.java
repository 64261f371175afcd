package org.cotangent.ad.expr;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An immutable expression: a node of a graph in which common parts are shared.
 *
 * <p>Building the same expression twice from the same variables gives the same object, and {@code
 * ==} compares expressions (two {@link Constant}s are compared by value). Building never changes a
 * value, not even the sign of a zero: only rewrites that are exact in floating point are made.
 *
 * <p>Expressions may be built and read by any number of threads.
 */
public abstract sealed class Expr permits Constant, Variable, Apply, Load, Length, GraphNode {

    private final Type type;

    /** Expressions built on this one, kept by {@link Interning}; guarded by this object's monitor. */
    @Nullable
    Object users;

    Expr(Type type) {
        this.type = type;
    }

    public final Type type() {
        return type;
    }

    public abstract <R extends @Nullable Object> R accept(ExprVisitor<R> visitor);

    public static Expr constant(double value) {
        return new Constant(Type.DOUBLE, Double.doubleToLongBits(value));
    }

    public static Expr constant(int value) {
        return new Constant(Type.INT, value);
    }

    public static Expr constant(long value) {
        return new Constant(Type.LONG, value);
    }

    public static Expr constant(boolean value) {
        return new Constant(Type.BOOLEAN, value ? 1 : 0);
    }

    /** A literal of the given scalar type, its value given as that type's bits in a register. */
    static Expr literal(Type type, long bits) {
        return new Constant(type, bits);
    }

    /**
     * An operation applied to operands, after exact simplification.
     *
     * @throws IllegalArgumentException if number or types of operands do not fit the operation
     */
    public static Expr apply(Op op, Expr... operands) {
        Type result = op.resultType(operands);
        return Simplification.exact(op, operands)
                .orElseGet(() -> Interning.apply(op, operands, () -> new Apply(op, result, operands.clone())));
    }

    /** The element of this array at an int index. */
    public final Expr at(Expr index) {
        if (!type.isArray() || !index.type().equals(Type.INT)) {
            throw new IllegalArgumentException("element of " + type + " at index of type " + index.type()
                    + ", expected an array and an int index");
        }
        return Interning.intern(this, new Interning.Key("load", this, index, "load"), () -> new Load(this, index));
    }

    public final Expr at(int index) {
        return at(constant(index));
    }

    /** The number of elements of this array. */
    public final Expr length() {
        if (!type.isArray()) {
            throw new IllegalArgumentException("length of a " + type + ", expected an array");
        }
        return Interning.intern(this, new Interning.Key("length", this, "", ""), () -> new Length(this));
    }

    public final Expr plus(Expr other) {
        return arithmetic(Op.ADD, Op.INT_ADD, Op.LONG_ADD, other);
    }

    public final Expr plus(double other) {
        return plus(number(other));
    }

    public final Expr minus(Expr other) {
        return arithmetic(Op.SUBTRACT, Op.INT_SUBTRACT, Op.LONG_SUBTRACT, other);
    }

    public final Expr minus(double other) {
        return minus(number(other));
    }

    public final Expr times(Expr other) {
        return arithmetic(Op.MULTIPLY, Op.INT_MULTIPLY, Op.LONG_MULTIPLY, other);
    }

    public final Expr times(double other) {
        return times(number(other));
    }

    /** The quotient; of integers, truncated toward zero as in Java. */
    public final Expr dividedBy(Expr other) {
        return arithmetic(Op.DIVIDE, Op.INT_DIVIDE, Op.LONG_DIVIDE, other);
    }

    public final Expr dividedBy(double other) {
        return dividedBy(number(other));
    }

    public final Expr negate() {
        return apply(type.isReal() ? Op.NEGATE : type.equals(Type.INT) ? Op.INT_NEGATE : Op.LONG_NEGATE, this);
    }

    /** {@link Math#pow(double, double)}. */
    public final Expr pow(Expr exponent) {
        return apply(Op.POW, this, exponent);
    }

    /** {@link Math#pow(double, double)} with a constant exponent. */
    public final Expr pow(double exponent) {
        return pow(constant(exponent));
    }

    /** This times itself. */
    public final Expr square() {
        return times(this);
    }

    public final Expr sqrt() {
        return apply(Op.SQRT, this);
    }

    public final Expr cbrt() {
        return apply(Op.CBRT, this);
    }

    public final Expr exp() {
        return apply(Op.EXP, this);
    }

    public final Expr expm1() {
        return apply(Op.EXPM1, this);
    }

    /** The natural logarithm. */
    public final Expr log() {
        return apply(Op.LOG, this);
    }

    public final Expr log10() {
        return apply(Op.LOG10, this);
    }

    /** log(1 + this), accurate near 0. */
    public final Expr log1p() {
        return apply(Op.LOG1P, this);
    }

    public final Expr sin() {
        return apply(Op.SIN, this);
    }

    public final Expr cos() {
        return apply(Op.COS, this);
    }

    public final Expr tan() {
        return apply(Op.TAN, this);
    }

    public final Expr asin() {
        return apply(Op.ASIN, this);
    }

    public final Expr acos() {
        return apply(Op.ACOS, this);
    }

    public final Expr atan() {
        return apply(Op.ATAN, this);
    }

    public final Expr sinh() {
        return apply(Op.SINH, this);
    }

    public final Expr cosh() {
        return apply(Op.COSH, this);
    }

    public final Expr tanh() {
        return apply(Op.TANH, this);
    }

    public final Expr abs() {
        return apply(Op.ABS, this);
    }

    public final Expr max(Expr other) {
        return apply(Op.MAX, this, other);
    }

    public final Expr min(Expr other) {
        return apply(Op.MIN, this, other);
    }

    public final Expr lessThan(Expr other) {
        return apply(type.isReal() ? Op.LESS : Op.INTEGER_LESS, this, other);
    }

    public final Expr lessThan(double other) {
        return lessThan(number(other));
    }

    public final Expr lessOrEqual(Expr other) {
        return apply(type.isReal() ? Op.LESS_OR_EQUAL : Op.INTEGER_LESS_OR_EQUAL, this, other);
    }

    public final Expr greaterThan(Expr other) {
        return apply(type.isReal() ? Op.GREATER : Op.INTEGER_GREATER, this, other);
    }

    public final Expr greaterThan(double other) {
        return greaterThan(number(other));
    }

    public final Expr greaterOrEqual(Expr other) {
        return apply(type.isReal() ? Op.GREATER_OR_EQUAL : Op.INTEGER_GREATER_OR_EQUAL, this, other);
    }

    public final Expr equalTo(Expr other) {
        return apply(type.isReal() ? Op.EQUAL : Op.INTEGER_EQUAL, this, other);
    }

    public final Expr not() {
        return apply(Op.NOT, this);
    }

    /** This and, only if this is true, the other: Java's {@code &&}. */
    public final Expr and(Expr other) {
        return apply(Op.AND_ALSO, this, other);
    }

    /** This or, only if this is false, the other: Java's {@code ||}. */
    public final Expr or(Expr other) {
        return apply(Op.OR_ELSE, this, other);
    }

    /**
     * One of two values by this condition; the other is not evaluated and contributes nothing to
     * derivatives, not even where it is NaN.
     */
    public final Expr select(Expr whenTrue, Expr whenFalse) {
        return apply(Op.CONDITIONAL, this, whenTrue, whenFalse);
    }

    /** This integer as a double; a double as it is. */
    public final Expr toReal() {
        return type.isReal() ? this : apply(type.equals(Type.INT) ? Op.INT_TO_DOUBLE : Op.LONG_TO_DOUBLE, this);
    }

    private Expr arithmetic(Op real, Op integer, Op large, Expr other) {
        Objects.requireNonNull(other, "operand is null, expected an expression");
        return apply(type.isReal() ? real : type.equals(Type.INT) ? integer : large, this, other);
    }

    /** A literal of this expression's own type. */
    private Expr number(double value) {
        if (type.isReal()) {
            return constant(value);
        }
        long whole = (long) value;
        if (whole != value) {
            throw new IllegalArgumentException(
                    "operand " + value + " of an " + type + " expression, expected an integer");
        }
        return literal(type, whole);
    }

    /** Readable infix form; long expressions are abbreviated. */
    @Override
    public String toString() {
        return Printer.print(this);
    }
}
