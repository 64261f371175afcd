package org.cotangent.ad.expr;

import org.jspecify.annotations.Nullable;

/** The element of an array at an index: a scalar, or a reference to a row. */
public final class Load extends Expr {

    private final Expr array;
    private final Expr index;

    Load(Expr array, Expr index) {
        super(array.type().component(), array.hashCode() * 31 + index.hashCode() + 7);
        this.array = array;
        this.index = index;
    }

    @Override
    boolean isSame(Expr other) {
        return other instanceof Load that && array == that.array && index.equals(that.index);
    }

    public Expr array() {
        return array;
    }

    public Expr index() {
        return index;
    }

    @Override
    public <R extends @Nullable Object> R accept(ExprVisitor<R> visitor) {
        return visitor.load(this);
    }
}
