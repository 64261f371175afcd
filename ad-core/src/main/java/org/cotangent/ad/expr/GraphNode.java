package org.cotangent.ad.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression that exists only in graphs, such as an elementwise map; lowering turns it into loops. */
public abstract sealed class GraphNode extends Expr permits Elementwise, Slice, Join, Reduction {

    GraphNode(Type type) {
        super(type);
    }

    @Override
    public final <R extends @Nullable Object> R accept(ExprVisitor<R> visitor) {
        return visitor.graph(this);
    }

    public abstract <R extends @Nullable Object> R accept(GraphVisitor<R> visitor);

    /** The values this one is computed from, lengths not among them. */
    public abstract List<Expr> operands();

    /** The number of elements of the vector this node is, or goes over: an int expression. */
    public abstract Expr count();
}
