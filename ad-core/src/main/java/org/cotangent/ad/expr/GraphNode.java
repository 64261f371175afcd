package org.cotangent.ad.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression that exists only in graphs, such as an elementwise map; lowering turns it into loops.
 *
 * <p>A node has a shape: no extent for a scalar, one for a vector, two (rows, columns) for a matrix.
 * Whatever its shape, an array is kept flat, a matrix row by row, so its type is an array of rank 1.
 */
public abstract sealed class GraphNode extends Expr
        permits Elementwise, View, Reduction, Product, Scan, Join, Table, Fold, Application {

    private final List<Expr> shape;

    GraphNode(Type element, List<Expr> shape) {
        super(shape.isEmpty() ? element : element.array());
        this.shape = shape;
    }

    @Override
    public final <R extends @Nullable Object> R accept(ExprVisitor<R> visitor) {
        return visitor.graph(this);
    }

    public abstract <R extends @Nullable Object> R accept(GraphVisitor<R> visitor);

    /** The values this one is computed from; sizes and requirements are not among them. */
    public abstract List<Expr> operands();

    /** How many elements there are along each axis: int expressions, as many as the node has axes. */
    public final List<Expr> shape() {
        return shape;
    }

    /** The int expressions that loops over this node need. */
    public List<Expr> sizes() {
        return shape;
    }

    /** What must hold when the node is evaluated and could not be checked when it was built. */
    public List<Requirement> requirements() {
        return List.of();
    }

    /** Variables that this node gives values to, for use in its operands: loop indices and states. */
    public List<Variable> bound() {
        return List.of();
    }

    /** Whether elements can be computed one by one at an index given for that axis. */
    public boolean isPointwise(int axis) {
        return true;
    }

    /** The number of elements. */
    public final Expr count() {
        return shape.stream().reduce(Expr::times).orElse(constant(1));
    }
}
