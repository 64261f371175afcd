package org.cotangent.ad.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements of a vector brought together by an operation, from the first to the last. */
public final class Reduction extends GraphNode {

    private final Op op;
    private final Expr array;
    private final Expr count;

    Reduction(Op op, Expr array, Expr count) {
        super(Type.DOUBLE);
        this.op = op;
        this.array = array;
        this.count = count;
    }

    /** One of ADD, MULTIPLY, MAX and MIN. */
    public Op op() {
        return op;
    }

    public Expr array() {
        return array;
    }

    /** What the operation starts with, and the result for no elements. */
    public Expr start() {
        return constant(
                switch (op) {
                    case ADD -> 0.0;
                    case MULTIPLY -> 1.0;
                    case MAX -> Double.NEGATIVE_INFINITY;
                    case MIN -> Double.POSITIVE_INFINITY;
                    default -> throw new IllegalStateException("no vector is reduced by " + op);
                });
    }

    /** What readers call it. */
    public String name() {
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
    public Expr count() {
        return count;
    }

    @Override
    public <R extends @Nullable Object> R accept(GraphVisitor<R> visitor) {
        return visitor.reduction(this);
    }
}
