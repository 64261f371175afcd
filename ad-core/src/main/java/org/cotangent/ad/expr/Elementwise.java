package org.cotangent.ad.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation of the table applied element by element; scalar operands go to every element. */
public final class Elementwise extends GraphNode {

    private final Op op;
    private final List<Expr> operands;
    private final List<Requirement> requirements;

    Elementwise(Op op, Type element, List<Expr> operands, List<Expr> shape, List<Requirement> requirements) {
        super(element, shape);
        this.op = op;
        this.operands = operands;
        this.requirements = requirements;
    }

    public Op op() {
        return op;
    }

    @Override
    public List<Expr> operands() {
        return operands;
    }

    @Override
    public List<Requirement> requirements() {
        return requirements;
    }

    @Override
    public <R extends @Nullable Object> R accept(GraphVisitor<R> visitor) {
        return visitor.elementwise(this);
    }
}
