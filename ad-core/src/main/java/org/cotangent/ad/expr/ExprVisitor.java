package org.cotangent.ad.expr;

import org.jspecify.annotations.Nullable;

/**
 * One method for each kind of expression.
 *
 * @param <R> what a visit gives
 */
public interface ExprVisitor<R extends @Nullable Object> {

    R constant(Constant constant);

    R variable(Variable variable);

    R apply(Apply apply);

    R load(Load load);

    R length(Length length);

    /**
     * A node that exists only in expression graphs and is gone after lowering.
     *
     * @throws IllegalStateException unless overridden, as procedures hold no such node
     */
    default R graph(GraphNode node) {
        throw new IllegalStateException(
                node.getClass().getSimpleName() + " is a graph node; lower the graph to a procedure first");
    }
}
