package org.cotangent.ad.expr;

import org.jspecify.annotations.Nullable;

/** An expression that exists only in graphs, such as an elementwise map; lowering turns it into loops. */
public abstract non-sealed class GraphNode extends Expr {

    GraphNode(Type type) {
        super(type);
    }

    @Override
    public final <R extends @Nullable Object> R accept(ExprVisitor<R> visitor) {
        return visitor.graph(this);
    }

    /** A short readable form. */
    abstract String describe();
}
