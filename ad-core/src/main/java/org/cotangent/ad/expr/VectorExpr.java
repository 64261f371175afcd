package org.cotangent.ad.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A vector in a graph: operations on it act element by element, and it can be summed up, indexed
 * and cut. An immutable view of an array-typed expression together with its length, which is a
 * constant or known only when the graph is evaluated.
 */
public final class VectorExpr implements Arithmetic<VectorExpr> {

    private final Expr node;
    private final Expr length;

    VectorExpr(Expr node, Expr length) {
        this.node = node;
        this.length = length;
    }

    /** The array-typed expression behind this view. */
    public Expr node() {
        return node;
    }

    /** The number of elements, an int expression. */
    public Expr length() {
        return length;
    }

    /**
     * The variable that this vector is.
     *
     * @throws IllegalStateException if it was computed
     */
    public Variable variable() {
        if (node instanceof Variable variable) {
            return variable;
        }
        throw new IllegalStateException(this + " is computed, expected a variable made by Graph.vector");
    }

    /**
     * An operation of the table element by element; scalars among the operands go to every element.
     *
     * @throws IllegalArgumentException if types do not fit the operation, known lengths differ, or
     *     no operand is a vector
     */
    public static VectorExpr map(Op op, Arithmetic<?>... operands) {
        return Shapes.map(op, operands);
    }

    @Override
    public VectorExpr map(Op op) {
        return Shapes.map(op, this);
    }

    @Override
    public VectorExpr map(Op op, VectorExpr second) {
        return Shapes.map(op, this, second);
    }

    @Override
    public VectorExpr map(Op op, VectorExpr second, VectorExpr third) {
        return Shapes.map(op, this, second, third);
    }

    @Override
    public VectorExpr map(Op op, double second) {
        return Shapes.map(op, this, Expr.constant(second));
    }

    /** An operation on each element and a scalar. */
    public VectorExpr map(Op op, Expr second) {
        return Shapes.map(op, this, second);
    }

    public VectorExpr plus(Expr other) {
        return map(Op.ADD, other);
    }

    public VectorExpr minus(Expr other) {
        return map(Op.SUBTRACT, other);
    }

    public VectorExpr times(Expr other) {
        return map(Op.MULTIPLY, other);
    }

    public VectorExpr dividedBy(Expr other) {
        return map(Op.DIVIDE, other);
    }

    public VectorExpr pow(Expr exponent) {
        return map(Op.POW, exponent);
    }

    public VectorExpr lessThan(Expr other) {
        return map(Op.LESS, other);
    }

    public VectorExpr greaterThan(Expr other) {
        return map(Op.GREATER, other);
    }

    /** For each element of this vector of conditions, one of two values: vectors or scalars. */
    public VectorExpr choose(Arithmetic<?> whenTrue, Arithmetic<?> whenFalse) {
        return Shapes.map(Op.CONDITIONAL, this, whenTrue, whenFalse);
    }

    @Override
    public VectorExpr pow(int n) {
        return Powers.of(this, n);
    }

    @Override
    public VectorExpr reciprocal() {
        return Expr.constant(1.0).dividedBy(this);
    }

    /**
     * The element at an int index.
     *
     * @throws IllegalArgumentException if the index is not an int, or known to be outside
     */
    public Expr get(Expr index) {
        Shapes.requireInside(this, index);
        if (node instanceof Slice slice) {
            return slice.array().at(slice.from().plus(index));
        }
        return node.at(index);
    }

    /** The element at an index from 0. */
    public Expr get(int index) {
        return get(Expr.constant(index));
    }

    /**
     * The elements from one index (included) to another (excluded).
     *
     * @throws IllegalArgumentException if an index is not an int, or known to be outside
     */
    public VectorExpr slice(Expr from, Expr to) {
        return Shapes.slice(this, from, to);
    }

    /** The elements from one index (included) to another (excluded). */
    public VectorExpr slice(int from, int to) {
        return slice(Expr.constant(from), Expr.constant(to));
    }

    /** The sum of the elements, added in order; 0 if there are none. */
    public Expr sum() {
        return reduce(Op.ADD);
    }

    /** The product of the elements, multiplied in order; 1 if there are none. */
    public Expr product() {
        return reduce(Op.MULTIPLY);
    }

    /** The largest element; at a tie each has its share of the derivative. */
    public Expr max() {
        return reduce(Op.MAX);
    }

    /** The smallest element; at a tie each has its share of the derivative. */
    public Expr min() {
        return reduce(Op.MIN);
    }

    /** The mean of the elements; NaN if there are none. */
    public Expr mean() {
        return sum().dividedBy(length.toReal());
    }

    /**
     * The inner product with a vector of the same length.
     *
     * @throws IllegalArgumentException if the lengths are known and differ
     */
    public Expr dot(VectorExpr other) {
        return times(other).sum();
    }

    /**
     * The Euclidean norm √Σxᵢ²; where it is 0, so is its derivative. Not scaled: elements beyond
     * 1e154 overflow, and a norm below 1e-154 loses digits.
     */
    public Expr norm() {
        Expr squares = dot(this);
        return squares.equalTo(0).select(Expr.constant(0.0), squares.sqrt());
    }

    private Expr reduce(Op op) {
        Shapes.requireReal(this, op);
        Interning.Key key = new Interning.Key(Reduction.class, node, op, "");
        return Interning.intern(node, key, () -> new Reduction(op, node, length));
    }

    /** Scalars and vectors in a row; see {@link Graph#concatenate}. */
    static VectorExpr join(Arithmetic<?>... parts) {
        List<Expr> nodes = new ArrayList<>();
        List<Expr> counts = new ArrayList<>();
        Expr total = Expr.constant(0);
        for (Arithmetic<?> part : parts) {
            Expr count = part instanceof VectorExpr vector ? vector.length() : Expr.constant(1);
            nodes.add(Shapes.realNode(part));
            counts.add(count);
            total = total.plus(count);
        }
        return Shapes.join(List.copyOf(nodes), List.copyOf(counts), total);
    }

    /** Whether both are views of one expression. */
    @Override
    public boolean equals(Object other) {
        return other instanceof VectorExpr that && node.equals(that.node) && length.equals(that.length);
    }

    @Override
    public int hashCode() {
        return Objects.hash(node, length);
    }

    /** Readable infix form; long expressions are abbreviated. */
    @Override
    public String toString() {
        return node.toString();
    }
}
