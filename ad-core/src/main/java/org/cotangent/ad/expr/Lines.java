package org.cotangent.ad.expr;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a matrix, or its columns: what is done to each of them. Reductions give a vector with
 * one element for each line; operations with a vector as long as a line give a matrix.
 *
 * <pre>{@code
 * MatrixExpr scores = x.dot(weights).eachRow().plus(offsets);
 * VectorExpr normalisers = scores.eachRow().logSumExp();
 * }</pre>
 */
public final class Lines {

    private final MatrixExpr matrix;
    private final int axis;

    /** @param axis along which a line runs: 1 for rows, 0 for columns */
    Lines(MatrixExpr matrix, int axis) {
        this.matrix = matrix;
        this.axis = axis;
    }

    MatrixExpr matrix() {
        return matrix;
    }

    /** The number of elements of a line. */
    Expr length() {
        return axis == 1 ? matrix.columns() : matrix.rows();
    }

    private Expr count() {
        return axis == 1 ? matrix.rows() : matrix.columns();
    }

    /** The lines of another matrix in the same direction. */
    Lines of(MatrixExpr other) {
        return new Lines(other, axis);
    }

    /**
     * An operation on each line and a vector.
     *
     * @throws IllegalArgumentException if the vector is known not to be as long as a line
     */
    public MatrixExpr map(Op op, VectorExpr vector) {
        return matrix.map(op, alongside(vector));
    }

    /** The matrix whose every line is a vector. */
    private MatrixExpr alongside(VectorExpr vector) {
        View.Kind kind = axis == 1 ? View.Kind.REPEATED_ROW : View.Kind.REPEATED_COLUMN;
        List<Expr> shape = axis == 1 ? List.of(count(), vector.length()) : List.of(vector.length(), count());
        return MatrixExpr.of(Shapes.view(kind, vector, List.of(), shape));
    }

    public MatrixExpr plus(VectorExpr vector) {
        return map(Op.ADD, vector);
    }

    public MatrixExpr minus(VectorExpr vector) {
        return map(Op.SUBTRACT, vector);
    }

    public MatrixExpr times(VectorExpr vector) {
        return map(Op.MULTIPLY, vector);
    }

    public MatrixExpr dividedBy(VectorExpr vector) {
        return map(Op.DIVIDE, vector);
    }

    MatrixExpr minusOneEach(VectorExpr numbers) {
        return new Lines(matrix, 1 - axis).minus(numbers);
    }

    MatrixExpr divideOneEach(VectorExpr numbers) {
        return new Lines(matrix, 1 - axis).dividedBy(numbers);
    }

    MatrixExpr equalToOneEach(VectorExpr numbers) {
        return new Lines(matrix, 1 - axis).map(Op.EQUAL, numbers);
    }

    /** The sum of each line. */
    public VectorExpr sum() {
        return reduce(Op.ADD);
    }

    /** The product of each line. */
    public VectorExpr product() {
        return reduce(Op.MULTIPLY);
    }

    /** The largest element of each line; at a tie each has its share of the derivative. */
    public VectorExpr max() {
        return reduce(Op.MAX);
    }

    /** The smallest element of each line; at a tie each has its share of the derivative. */
    public VectorExpr min() {
        return reduce(Op.MIN);
    }

    private VectorExpr reduce(Op op) {
        return VectorExpr.of(Shapes.reduction(op, matrix, axis));
    }

    public VectorExpr mean() {
        return sum().dividedBy(length().toReal());
    }

    /** The Euclidean norm of each line; see {@link VectorExpr#norm()}. */
    public VectorExpr norm() {
        VectorExpr squares = of(matrix.times(matrix)).sum();
        return squares.equalTo(0).choose(Expr.constant(0.0), squares.sqrt());
    }

    /** The inner product of each line with a vector. */
    public VectorExpr dot(VectorExpr vector) {
        return axis == 1 ? matrix.dot(vector) : vector.dot(matrix);
    }

    /** Running sums along each line. */
    public MatrixExpr cumulativeSum() {
        return MatrixExpr.of(Shapes.scan(Op.ADD, matrix, axis));
    }

    /** Running products along each line. */
    public MatrixExpr cumulativeProduct() {
        return MatrixExpr.of(Shapes.scan(Op.MULTIPLY, matrix, axis));
    }

    /** {@link VectorExpr#logSumExp()} of each line. */
    public VectorExpr logSumExp() {
        return SoftMaximum.logSumExp(this);
    }

    /** {@link VectorExpr#softmax()} of each line. */
    public MatrixExpr softmax() {
        return SoftMaximum.softmax(this);
    }

    /** {@link VectorExpr#logSoftmax()} of each line. */
    public MatrixExpr logSoftmax() {
        return minusOneEach(logSumExp());
    }

    /**
     * One element of each line, for instance the score of an observation's class.
     *
     * @param indices an int vector with one index for each line
     * @throws IllegalArgumentException if they are not ints, or known not to be as many as lines
     */
    public VectorExpr get(VectorExpr indices) {
        Shapes.requireIndices(indices);
        View.Kind kind = axis == 1 ? View.Kind.PICKED_FROM_ROWS : View.Kind.PICKED_FROM_COLUMNS;
        List<Requirement> requirements =
                new ArrayList<>(Shapes.agree("one element of each line", matrix, 1 - axis, indices, 0));
        requirements.addAll(Slicing.inside(matrix, axis, indices));
        return VectorExpr.of(Shapes.view(
                kind, matrix, List.of(indices.node()), List.of(count()), requirements.toArray(Requirement[]::new)));
    }

    /**
     * The lines at the given indices, which may repeat, one after the other.
     *
     * @throws IllegalArgumentException if the indices are not ints
     */
    public MatrixExpr gather(VectorExpr indices) {
        Shapes.requireIndices(indices);
        View.Kind kind = axis == 1 ? View.Kind.GATHERED_ROWS : View.Kind.GATHERED_COLUMNS;
        List<Expr> shape = axis == 1 ? List.of(indices.length(), length()) : List.of(length(), indices.length());
        Requirement[] inside = Slicing.inside(matrix, 1 - axis, indices).toArray(Requirement[]::new);
        return MatrixExpr.of(Shapes.view(kind, matrix, List.of(indices.node()), shape, inside));
    }

    @Override
    public String toString() {
        return (axis == 1 ? "rows of " : "columns of ") + matrix;
    }
}
