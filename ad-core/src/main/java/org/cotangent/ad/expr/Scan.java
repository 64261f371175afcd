package org.cotangent.ad.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Running totals along an axis: each element brings together those up to and including its own. */
public final class Scan extends GraphNode {

    private final Op op;
    private final Expr array;
    private final int axis;

    Scan(Op op, Expr array, int axis, List<Expr> shape) {
        super(Type.DOUBLE, shape);
        this.op = op;
        this.array = array;
        this.axis = axis;
    }

    /** One of ADD, MULTIPLY, MAX and MIN. */
    public Op op() {
        return op;
    }

    public Expr array() {
        return array;
    }

    /** The axis along which the totals run. */
    public int axis() {
        return axis;
    }

    /** What the operation starts with. */
    public Expr start() {
        return Reduction.start(op);
    }

    /** What readers call it. */
    public String name() {
        return "running " + Reduction.name(op);
    }

    @Override
    public boolean isPointwise(int other) {
        return other != axis;
    }

    @Override
    public List<Expr> operands() {
        return List.of(array);
    }

    @Override
    public <R extends @Nullable Object> R accept(GraphVisitor<R> visitor) {
        return visitor.scan(this);
    }
}
