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
        return of(Shapes.map(op, operands));
    }

    /**
     * The vector that a node of one axis is.
     *
     * @throws IllegalArgumentException if it has another number of axes
     */
    static VectorExpr of(GraphNode node) {
        if (node.shape().size() != 1) {
            throw new IllegalArgumentException(node + " has " + node.shape().size() + " axes, expected a vector");
        }
        return new VectorExpr(node, node.shape().get(0));
    }

    private static Op onElements(Op op, Type type) {
        return Widths.of(op, type.component());
    }

    @Override
    public VectorExpr map(Op op) {
        return of(Shapes.map(onElements(op, node.type()), this));
    }

    @Override
    public VectorExpr map(Op op, VectorExpr second) {
        return of(Shapes.map(onElements(op, node.type()), this, second));
    }

    @Override
    public VectorExpr map(Op op, VectorExpr second, VectorExpr third) {
        return of(Shapes.map(onElements(op, node.type()), this, second, third));
    }

    @Override
    public VectorExpr map(Op op, double second) {
        return map(op, Expr.number(node.type().component(), second));
    }

    /** An operation on each element and a scalar. */
    public VectorExpr map(Op op, Expr second) {
        return of(Shapes.map(onElements(op, node.type()), this, second));
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
        return of(Shapes.map(Op.CONDITIONAL, this, whenTrue, whenFalse));
    }

    @Override
    public VectorExpr pow(int n) {
        return Powers.of(this, n);
    }

    @Override
    public VectorExpr mapAt(int position, Op op, Expr... scalars) {
        return map(op, Operands.with(position, this, scalars).toArray(Arithmetic<?>[]::new));
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
        Shapes.requireInside(this, 0, index);
        if (node instanceof View slice && slice.kind() == View.Kind.SLICE) {
            return slice.array().at(slice.parameters().get(0).plus(index));
        }
        return node.at(index);
    }

    /** The element at an index from 0. */
    public Expr get(int index) {
        return get(Expr.constant(index));
    }

    /**
     * The elements from one index (included) to another (excluded). Bounds that are not constants are
     * checked when the slice is evaluated.
     *
     * @throws IllegalArgumentException if an index is not an int, or known to be outside
     */
    public VectorExpr slice(Expr from, Expr to) {
        return of(Shapes.slice(this, List.of(from), List.of(to)));
    }

    /** The elements from one index (included) to another (excluded). */
    public VectorExpr slice(int from, int to) {
        return slice(Expr.constant(from), Expr.constant(to));
    }

    /**
     * The elements at the given indices, which may repeat.
     *
     * @param indices an int vector, such as {@link Graph#indices(String)}
     * @throws IllegalArgumentException if they are not ints
     */
    public VectorExpr gather(VectorExpr indices) {
        Shapes.requireIndices(indices);
        Requirement[] inside = Slicing.inside(this, 0, indices).toArray(Requirement[]::new);
        return of(Shapes.view(View.Kind.GATHER, this, List.of(indices.node()), List.of(indices.length()), inside));
    }

    /** These elements as a matrix, row by row. A number of elements that is not a constant is checked by a run. */
    public MatrixExpr reshape(Expr rows, Expr columns) {
        return MatrixExpr.reshaped(this, rows, columns);
    }

    /**
     * These elements as a matrix, row by row.
     *
     * @throws IllegalArgumentException if their number is known to be another
     */
    public MatrixExpr reshape(int rows, int columns) {
        return reshape(Expr.constant(rows), Expr.constant(columns));
    }

    /** The matrix whose every row is this vector. */
    public MatrixExpr repeatAsRow(Expr rows) {
        Shapes.requireInt(rows);
        return MatrixExpr.of(Shapes.view(View.Kind.REPEATED_ROW, this, List.of(), List.of(rows, length)));
    }

    /** The matrix whose every row is this vector. */
    public MatrixExpr repeatAsRow(int rows) {
        return repeatAsRow(Expr.constant(rows));
    }

    /** The matrix whose every column is this vector. */
    public MatrixExpr repeatAsColumn(Expr columns) {
        Shapes.requireInt(columns);
        return MatrixExpr.of(Shapes.view(View.Kind.REPEATED_COLUMN, this, List.of(), List.of(length, columns)));
    }

    /** The matrix whose every column is this vector. */
    public MatrixExpr repeatAsColumn(int columns) {
        return repeatAsColumn(Expr.constant(columns));
    }

    /** The matrix of all products: row i is the other vector times element i of this one. */
    public MatrixExpr outer(VectorExpr other) {
        return repeatAsColumn(other.length()).times(other.repeatAsRow(length));
    }

    /** Ints as doubles; doubles as they are. */
    public VectorExpr toReal() {
        Type element = node.type().component();
        if (element.isReal()) {
            return this;
        }
        return of(Shapes.map(element.equals(Type.INT) ? Op.INT_TO_DOUBLE : Op.LONG_TO_DOUBLE, this));
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

    public Expr mean() {
        return sum().dividedBy(length.toReal());
    }

    /** The sums of the first, the first two, ... elements. */
    public VectorExpr cumulativeSum() {
        return of(Shapes.scan(Op.ADD, this, 0));
    }

    /** The products of the first, the first two, ... elements. */
    public VectorExpr cumulativeProduct() {
        return of(Shapes.scan(Op.MULTIPLY, this, 0));
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
     * The product of this vector, as a row, with a matrix that has as many rows.
     *
     * @throws IllegalArgumentException if the numbers are known and differ
     */
    public VectorExpr dot(MatrixExpr matrix) {
        return of(Shapes.product(this, matrix));
    }

    /**
     * The Euclidean norm √Σxᵢ²; where it is 0, so is its derivative. Not scaled: elements beyond
     * 1e154 overflow, and a norm below 1e-154 loses digits.
     */
    public Expr norm() {
        Expr squares = dot(this);
        return squares.equalTo(0).select(Expr.constant(0.0), squares.sqrt());
    }

    /**
     * log Σ exp(xᵢ), computed so that nothing overflows: −∞ if all elements are, +∞ if one is. Where
     * it is infinite, its derivative is shared by the elements that are infinite with it.
     */
    public Expr logSumExp() {
        return SoftMaximum.logSumExp(this);
    }

    /** exp(xᵢ) / Σ exp(xₖ), computed so that nothing overflows; NaN if an element is +∞ or all are −∞. */
    public VectorExpr softmax() {
        return SoftMaximum.softmax(this);
    }

    /** The logarithm of {@link #softmax()}, accurate where that is tiny. */
    public VectorExpr logSoftmax() {
        return minus(logSumExp());
    }

    private Expr reduce(Op op) {
        return Shapes.reduction(op, this, 0);
    }

    /** Scalars and vectors in a row; see {@link Graph#concatenate}. */
    static VectorExpr join(Arithmetic<?>... parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("a vector of 0 parts, expected at least one scalar or vector");
        }
        List<Expr> nodes = new ArrayList<>();
        List<Expr> counts = new ArrayList<>();
        Expr total = Expr.constant(0);
        for (Arithmetic<?> part : parts) {
            if (part instanceof MatrixExpr matrix) {
                throw new IllegalArgumentException(
                        "part " + Shapes.described(matrix)
                                + " is a matrix, expected scalars and vectors; flatten() it, or use Graph.above or Graph.beside");
            }
            Shapes.requireReal(part, "joining");
            Expr count = part instanceof VectorExpr vector ? vector.length() : Expr.constant(1);
            nodes.add(Shapes.node(part));
            counts.add(count);
            total = total.plus(count);
        }
        List<Expr> shape = List.of(total);
        return of(Shapes.interned(
                nodes,
                List.of(Join.class, 0),
                counts,
                () -> new Join(List.copyOf(nodes), List.copyOf(counts), 0, shape, List.of())));
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
