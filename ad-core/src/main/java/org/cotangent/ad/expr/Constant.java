package org.cotangent.ad.expr;

import org.jspecify.annotations.Nullable;

/** A literal. Constants of one type and the same bits are equal; all other expressions only to themselves. */
public final class Constant extends Expr {

    private static final Constant ZERO = new Constant(Type.DOUBLE, Double.doubleToLongBits(0.0));
    private static final Constant ONE = new Constant(Type.DOUBLE, Double.doubleToLongBits(1.0));
    private static final Constant MINUS_ONE = new Constant(Type.DOUBLE, Double.doubleToLongBits(-1.0));

    private final long bits;

    Constant(Type type, long bits) {
        super(type, Long.hashCode(bits) * 31 + type.kind().ordinal());
        this.bits = bits;
    }

    /** A real constant; those that derivatives are full of are not made again. */
    static Constant of(double value) {
        if (value == 1.0) {
            return ONE;
        }
        if (value == -1.0) {
            return MINUS_ONE;
        }
        long bits = Double.doubleToLongBits(value);
        return bits == 0 ? ZERO : new Constant(Type.DOUBLE, bits);
    }

    /** The value of a real constant. */
    public double real() {
        return Double.longBitsToDouble(bits);
    }

    /** The value of an int, long or boolean (1 is true) constant. */
    public long integer() {
        return bits;
    }

    /** Whether this is the given real number, to the bit (so 0.0 is not -0.0). */
    public boolean is(double value) {
        return type().isReal() && bits == Double.doubleToLongBits(value);
    }

    @Override
    public <R extends @Nullable Object> R accept(ExprVisitor<R> visitor) {
        return visitor.constant(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Constant that && bits == that.bits && type().equals(that.type());
    }
}
