package org.cotangent.ad.expr;

import java.util.Objects;
import java.util.Optional;
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
public abstract sealed class Expr implements Arithmetic<Expr>
        permits Constant, Variable, Apply, Load, Length, GraphNode {

    private final Type type;
    private final int hash;

    /** Expressions built on this one, kept by {@link Interning}; guarded by this object's monitor. */
    @Nullable
    Object users;

    Expr(Type type) {
        this.type = type;
        this.hash = System.identityHashCode(this);
    }

    /** @param hash from what the expression is made of, so that it is the same in every run */
    Expr(Type type, int hash) {
        this.type = type;
        this.hash = hash;
    }

    public final Type type() {
        return type;
    }

    public abstract <R extends @Nullable Object> R accept(ExprVisitor<R> visitor);

    public static Expr constant(double value) {
        return Constant.of(value);
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
        return made(op, operands.clone());
    }

    /** As {@link #apply}, of an array that nobody else has. */
    private static Expr made(Op op, Expr... operands) {
        Type result = op.resultType(operands);
        Optional<Expr> simple = Simplification.exact(op, operands);
        return simple.isPresent() ? simple.get() : Interning.apply(op, result, operands);
    }

    @Override
    public final Expr map(Op op) {
        return made(Widths.of(op, type), this);
    }

    @Override
    public final Expr map(Op op, Expr second) {
        return made(Widths.of(op, type), this, operand(second));
    }

    @Override
    public final Expr map(Op op, Expr second, Expr third) {
        return made(Widths.of(op, type), this, operand(second), operand(third));
    }

    @Override
    public final Expr map(Op op, double second) {
        return map(op, number(type, second));
    }

    private static Expr operand(Expr operand) {
        return Objects.requireNonNull(operand, "operand is null, expected an expression");
    }

    /** The element of this array at an int index. */
    public final Expr at(Expr index) {
        if (!type.isArray() || !index.type().equals(Type.INT)) {
            throw new IllegalArgumentException("element of " + type + " at index of type " + index.type()
                    + ", expected an array and an int index");
        }
        return Interning.intern(this, new Load(this, index));
    }

    public final Expr at(int index) {
        return at(constant(index));
    }

    /** The number of elements of this array. */
    public final Expr length() {
        if (!type.isArray()) {
            throw new IllegalArgumentException("length of a " + type + ", expected an array");
        }
        if (this instanceof GraphNode node) {
            return node.count();
        }
        return Interning.intern(this, new Length(this));
    }

    /** The sum of this and each element. */
    public final VectorExpr plus(VectorExpr other) {
        return VectorExpr.map(Op.ADD, this, other);
    }

    /** This minus each element. */
    public final VectorExpr minus(VectorExpr other) {
        return VectorExpr.map(Op.SUBTRACT, this, other);
    }

    /** This times each element. */
    public final VectorExpr times(VectorExpr other) {
        return VectorExpr.map(Op.MULTIPLY, this, other);
    }

    /** This divided by each element. */
    public final VectorExpr dividedBy(VectorExpr other) {
        return VectorExpr.map(Op.DIVIDE, this, other);
    }

    /** The sum of this and each element. */
    public final MatrixExpr plus(MatrixExpr other) {
        return MatrixExpr.map(Op.ADD, this, other);
    }

    /** This minus each element. */
    public final MatrixExpr minus(MatrixExpr other) {
        return MatrixExpr.map(Op.SUBTRACT, this, other);
    }

    /** This times each element. */
    public final MatrixExpr times(MatrixExpr other) {
        return MatrixExpr.map(Op.MULTIPLY, this, other);
    }

    /** This divided by each element. */
    public final MatrixExpr dividedBy(MatrixExpr other) {
        return MatrixExpr.map(Op.DIVIDE, this, other);
    }

    /** One of two matrices by this condition. */
    public final MatrixExpr select(MatrixExpr whenTrue, MatrixExpr whenFalse) {
        MatrixExpr both = MatrixExpr.map(Op.CONDITIONAL, this, whenTrue, whenFalse);
        return this instanceof Constant known ? (known.integer() != 0 ? whenTrue : whenFalse) : both;
    }

    /** One of two vectors by this condition. */
    public final VectorExpr select(VectorExpr whenTrue, VectorExpr whenFalse) {
        VectorExpr both = VectorExpr.map(Op.CONDITIONAL, this, whenTrue, whenFalse);
        return this instanceof Constant known ? (known.integer() != 0 ? whenTrue : whenFalse) : both;
    }

    @Override
    public final Expr pow(int n) {
        return Powers.of(this, n);
    }

    @Override
    public final Expr mapAt(int position, Op op, Expr... scalars) {
        return Expr.apply(op, Operands.with(position, this, scalars).toArray(Expr[]::new));
    }

    @Override
    public final Expr reciprocal() {
        return constant(1.0).dividedBy(this);
    }

    /** This integer as a double; a double as it is. */
    public final Expr toReal() {
        return type.isReal() ? this : apply(type.equals(Type.INT) ? Op.INT_TO_DOUBLE : Op.LONG_TO_DOUBLE, this);
    }

    /** A number as a literal of a scalar type, double unless that is an integer type. */
    static Expr number(Type type, double value) {
        if (!type.isInteger()) {
            return constant(value);
        }
        long whole = (long) value;
        if (whole != value || (type.equals(Type.INT) && whole != (int) whole)) {
            throw new IllegalArgumentException(
                    "operand " + value + " of an " + type + " expression, expected a value of that type");
        }
        return literal(type, whole);
    }

    /** Readable infix form; long expressions are abbreviated. */
    @Override
    public String toString() {
        return Printer.print(this);
    }

    /** Whether another expression is the same operation, or the same access, on equal operands. */
    boolean isSame(Expr other) {
        return equals(other);
    }

    /** Constants of one type and value are equal; every other expression only to itself. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public final int hashCode() {
        return hash;
    }
}
