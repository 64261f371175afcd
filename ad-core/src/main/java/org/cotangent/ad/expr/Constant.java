package org.cotangent.ad.expr;

import org.jspecify.annotations.Nullable;

/** A literal. Constants of one type and the same bits are equal; all other expressions only to themselves. */
public final class Constant extends Expr {

    private final long bits;

    Constant(Type type, long bits) {
        super(type, Long.hashCode(bits) * 31 + type.kind().ordinal());
        this.bits = bits;
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
