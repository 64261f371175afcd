package org.cotangent.ad.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A vector made of scalars and vectors, one after the other. */
public final class Join extends GraphNode {

    private final List<Expr> parts;
    private final List<Expr> counts;
    private final Expr count;

    Join(List<Expr> parts, List<Expr> counts, Expr count) {
        super(Type.DOUBLES);
        this.parts = parts;
        this.counts = counts;
        this.count = count;
    }

    /** The parts: real scalars and vectors of reals. */
    @Override
    public List<Expr> operands() {
        return parts;
    }

    /** The length of each part, 1 for a scalar. */
    public List<Expr> counts() {
        return counts;
    }

    @Override
    public Expr count() {
        return count;
    }

    @Override
    public <R extends @Nullable Object> R accept(GraphVisitor<R> visitor) {
        return visitor.join(this);
    }
}
