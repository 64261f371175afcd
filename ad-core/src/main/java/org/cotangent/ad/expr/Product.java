package org.cotangent.ad.expr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product of linear algebra, of a matrix or vector with a matrix or vector: sums over the last
 * axis of the first and the first axis of the second.
 */
public final class Product extends GraphNode {

    private final Expr left;
    private final Expr right;
    private final int leftRank;
    private final Expr inner;
    private final List<Requirement> requirements;

    /**
     * @param leftRank number of axes of the first factor
     * @param inner the extent that is summed over
     */
    Product(Expr left, Expr right, int leftRank, Expr inner, List<Expr> shape, List<Requirement> requirements) {
        super(Type.DOUBLE, shape);
        this.left = left;
        this.right = right;
        this.leftRank = leftRank;
        this.inner = inner;
        this.requirements = requirements;
    }

    public Expr left() {
        return left;
    }

    public Expr right() {
        return right;
    }

    /** The number of terms of each sum. */
    public Expr inner() {
        return inner;
    }

    /** Index of the first factor's element in a term of the sum at {@code index}. */
    public List<Expr> leftIndex(List<Expr> index, Expr term) {
        return leftRank == 1 ? List.of(term) : List.of(index.get(0), term);
    }

    /** Index of the second factor's element in a term of the sum at {@code index}. */
    public List<Expr> rightIndex(List<Expr> index, Expr term) {
        List<Expr> right = new ArrayList<>(List.of(term));
        right.addAll(index.subList(leftRank - 1, index.size()));
        return right;
    }

    @Override
    public List<Expr> operands() {
        return List.of(left, right);
    }

    @Override
    public List<Expr> sizes() {
        List<Expr> sizes = new ArrayList<>(shape());
        sizes.add(inner);
        return sizes;
    }

    @Override
    public List<Requirement> requirements() {
        return requirements;
    }

    @Override
    public <R extends @Nullable Object> R accept(GraphVisitor<R> visitor) {
        return visitor.product(this);
    }
}
