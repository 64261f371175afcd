package org.cotangent.ad.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation of the table applied element by element; scalar operands go to every element. */
public final class Elementwise extends GraphNode {

    private final Op op;
    private final List<Expr> operands;
    private final Expr count;
    private final List<Expr> otherCounts;

    Elementwise(Op op, Type element, List<Expr> operands, Expr count, List<Expr> otherCounts) {
        super(element.array());
        this.op = op;
        this.operands = operands;
        this.count = count;
        this.otherCounts = otherCounts;
    }

    public Op op() {
        return op;
    }

    @Override
    public List<Expr> operands() {
        return operands;
    }

    @Override
    public Expr count() {
        return count;
    }

    /** Lengths of operands that only a run can show to be equal to {@link #count()}. */
    public List<Expr> otherCounts() {
        return otherCounts;
    }

    @Override
    public <R extends @Nullable Object> R accept(GraphVisitor<R> visitor) {
        return visitor.elementwise(this);
    }
}
