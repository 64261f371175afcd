package org.cotangent.ad.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Consecutive elements of a vector. */
public final class Slice extends GraphNode {

    private final Expr array;
    private final Expr from;
    private final Expr count;

    Slice(Expr array, Expr from, Expr count) {
        super(array.type());
        this.array = array;
        this.from = from;
        this.count = count;
    }

    public Expr array() {
        return array;
    }

    /** The index of the first element. */
    public Expr from() {
        return from;
    }

    @Override
    public List<Expr> operands() {
        return List.of(array, from);
    }

    @Override
    public Expr count() {
        return count;
    }

    @Override
    public <R extends @Nullable Object> R accept(GraphVisitor<R> visitor) {
        return visitor.slice(this);
    }
}
