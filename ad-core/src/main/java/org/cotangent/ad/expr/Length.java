package org.cotangent.ad.expr;

import org.jspecify.annotations.Nullable;

/** The number of elements of an array. */
public final class Length extends Expr {

    private final Expr array;

    Length(Expr array) {
        super(Type.INT, array.hashCode() + 13);
        this.array = array;
    }

    @Override
    boolean isSame(Expr other) {
        return other instanceof Length that && array == that.array;
    }

    public Expr array() {
        return array;
    }

    @Override
    public <R extends @Nullable Object> R accept(ExprVisitor<R> visitor) {
        return visitor.length(this);
    }
}
