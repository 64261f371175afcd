package org.cotangent.ad.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Elements of an array brought together by an operation, from the first to the last, along some axes. */
public final class Reduction extends GraphNode {

    private final Op op;
    private final Expr array;
    private final List<Expr> extents;
    private final List<Integer> axes;

    /**
     * @param extents shape of the array
     * @param axes those that disappear, ascending
     * @param shape the extents of the others
     */
    Reduction(Op op, Expr array, List<Expr> extents, List<Integer> axes, List<Expr> shape) {
        super(Type.DOUBLE, shape);
        this.op = op;
        this.array = array;
        this.extents = extents;
        this.axes = axes;
    }

    /** One of ADD, MULTIPLY, MAX and MIN. */
    public Op op() {
        return op;
    }

    public Expr array() {
        return array;
    }

    /** The axes of the array that disappear, ascending. */
    public List<Integer> axes() {
        return axes;
    }

    /** The shape of the array. */
    public List<Expr> extents() {
        return extents;
    }

    /** What the operation starts with, and the result for no elements. */
    public Expr start() {
        return start(op);
    }

    static Expr start(Op op) {
        return constant(
                switch (op) {
                    case ADD -> 0.0;
                    case MULTIPLY -> 1.0;
                    case MAX -> Double.NEGATIVE_INFINITY;
                    case MIN -> Double.POSITIVE_INFINITY;
                    default -> throw new IllegalStateException("no array is reduced by " + op);
                });
    }

    /** What readers call it. */
    public String name() {
        return name(op);
    }

    static String name(Op op) {
        return switch (op) {
            case ADD -> "sum";
            case MULTIPLY -> "product";
            default -> op.name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    @Override
    public List<Expr> operands() {
        return List.of(array);
    }

    @Override
    public List<Expr> sizes() {
        return extents;
    }

    @Override
    public <R extends @Nullable Object> R accept(GraphVisitor<R> visitor) {
        return visitor.reduction(this);
    }
}
