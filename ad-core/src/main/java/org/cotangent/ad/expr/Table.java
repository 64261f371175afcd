package org.cotangent.ad.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array whose elements are given by an expression of their indices. */
public final class Table extends GraphNode {

    private final List<Variable> indices;
    private final Expr element;

    /** @param indices int variables, one for each axis, that stand for an element's index */
    Table(List<Variable> indices, Expr element, List<Expr> shape) {
        super(element.type(), shape);
        this.indices = indices;
        this.element = element;
    }

    public Expr element() {
        return element;
    }

    @Override
    public List<Variable> bound() {
        return indices;
    }

    @Override
    public List<Expr> operands() {
        return List.of(element);
    }

    @Override
    public <R extends @Nullable Object> R accept(GraphVisitor<R> visitor) {
        return visitor.table(this);
    }
}
