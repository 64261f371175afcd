package org.cotangent.ad.expr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array made of others, one after the other along an axis; a scalar counts as one element of a vector. */
public final class Join extends GraphNode {

    private final List<Expr> parts;
    private final List<Expr> counts;
    private final int axis;
    private final List<Requirement> requirements;

    Join(List<Expr> parts, List<Expr> counts, int axis, List<Expr> shape, List<Requirement> requirements) {
        super(Type.DOUBLE, shape);
        this.parts = parts;
        this.counts = counts;
        this.axis = axis;
        this.requirements = requirements;
    }

    /** The parts: real scalars and arrays of reals. */
    @Override
    public List<Expr> operands() {
        return parts;
    }

    /** The extent of each part along the axis, 1 for a scalar. */
    public List<Expr> counts() {
        return counts;
    }

    public int axis() {
        return axis;
    }

    @Override
    public boolean isPointwise(int other) {
        return other != axis;
    }

    @Override
    public List<Expr> sizes() {
        List<Expr> sizes = new ArrayList<>(counts);
        sizes.addAll(shape());
        return sizes;
    }

    @Override
    public List<Requirement> requirements() {
        return requirements;
    }

    @Override
    public <R extends @Nullable Object> R accept(GraphVisitor<R> visitor) {
        return visitor.join(this);
    }
}
