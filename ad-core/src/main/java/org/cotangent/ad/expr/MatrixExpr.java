package org.cotangent.ad.expr;

import java.util.ArrayList;
import java.util.List;

/**
 * A matrix in a graph: operations on it act element by element, {@link #dot} multiplies as linear
 * algebra does, and {@link #eachRow()} and {@link #eachColumn()} say what is done to its lines. An
 * immutable view of an expression together with its shape, whose extents are constants or known only
 * when the graph is evaluated.
 *
 * <p>Matrices are kept flat, row by row: element (i, j) is element i · columns + j of an array.
 */
public final class MatrixExpr implements Arithmetic<MatrixExpr> {

    private final Expr node;
    private final Expr rows;
    private final Expr columns;

    private MatrixExpr(Expr node, Expr rows, Expr columns) {
        this.node = node;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * The matrix that a node of two axes is.
     *
     * @throws IllegalArgumentException if it has another number of axes
     */
    static MatrixExpr of(GraphNode node) {
        if (node.shape().size() != 2) {
            throw new IllegalArgumentException(node + " has " + node.shape().size() + " axes, expected a matrix");
        }
        return new MatrixExpr(node, node.shape().get(0), node.shape().get(1));
    }

    /** A vector as a matrix, row by row. */
    static MatrixExpr reshaped(VectorExpr vector, Expr rows, Expr columns) {
        Shapes.requireInt(rows);
        Shapes.requireInt(columns);
        Expr count = rows.times(columns);
        if (vector.node() instanceof View flat
                && flat.kind() == View.Kind.FLAT
                && flat.parameters().get(0).equals(columns)) {
            return of((GraphNode) flat.array());
        }
        List<Requirement> requirements = new ArrayList<>();
        if (count instanceof Constant && vector.length() instanceof Constant && !count.equals(vector.length())) {
            throw new IllegalArgumentException(Shapes.described(vector) + " as a matrix of " + rows + " x " + columns
                    + ", expected " + count + " elements; pass other extents");
        } else if (!count.equals(vector.length())) {
            requirements.add(new Requirement(
                    count.equalTo(vector.length()),
                    vector + " as a matrix of {} x {}, expected as many elements, found {}",
                    List.of(rows, columns, vector.length())));
        }
        return of(Shapes.view(
                View.Kind.MATRIX,
                vector,
                List.of(columns),
                List.of(rows, columns),
                requirements.toArray(Requirement[]::new)));
    }

    /** A variable's array as a matrix, to be checked by whoever binds it. */
    static MatrixExpr variable(Variable array, Expr rows, Expr columns) {
        VectorExpr flat = new VectorExpr(array, rows.times(columns));
        return of(Shapes.view(View.Kind.MATRIX, flat, List.of(columns), List.of(rows, columns)));
    }

    /** The array-typed expression behind this view. */
    public Expr node() {
        return node;
    }

    /** The number of rows, an int expression. */
    public Expr rows() {
        return rows;
    }

    /** The number of columns, an int expression. */
    public Expr columns() {
        return columns;
    }

    /** Whether this is a variable, not computed. */
    public boolean isVariable() {
        return node instanceof View view && view.kind() == View.Kind.MATRIX && view.array() instanceof Variable;
    }

    /**
     * The variable that this matrix is, an array that holds it row by row.
     *
     * @throws IllegalStateException if it was computed
     */
    public Variable variable() {
        if (isVariable()) {
            return (Variable) ((View) node).array();
        }
        throw new IllegalStateException(this + " is computed, expected a variable made by Graph.matrix");
    }

    /**
     * An operation of the table element by element; scalars among the operands go to every element.
     *
     * @throws IllegalArgumentException if types do not fit the operation, known shapes differ, or no
     *     operand is a matrix
     */
    public static MatrixExpr map(Op op, Arithmetic<?>... operands) {
        return of(Shapes.map(op, operands));
    }

    private Op onElements(Op op) {
        return Widths.of(op, node.type().component());
    }

    @Override
    public MatrixExpr map(Op op) {
        return of(Shapes.map(onElements(op), this));
    }

    @Override
    public MatrixExpr map(Op op, MatrixExpr second) {
        return of(Shapes.map(onElements(op), this, second));
    }

    @Override
    public MatrixExpr map(Op op, MatrixExpr second, MatrixExpr third) {
        return of(Shapes.map(onElements(op), this, second, third));
    }

    @Override
    public MatrixExpr map(Op op, double second) {
        return map(op, Expr.number(node.type().component(), second));
    }

    /** An operation on each element and a scalar. */
    public MatrixExpr map(Op op, Expr second) {
        return of(Shapes.map(onElements(op), this, second));
    }

    public MatrixExpr plus(Expr other) {
        return map(Op.ADD, other);
    }

    public MatrixExpr minus(Expr other) {
        return map(Op.SUBTRACT, other);
    }

    public MatrixExpr times(Expr other) {
        return map(Op.MULTIPLY, other);
    }

    public MatrixExpr dividedBy(Expr other) {
        return map(Op.DIVIDE, other);
    }

    public MatrixExpr pow(Expr exponent) {
        return map(Op.POW, exponent);
    }

    /** For each element of this matrix of conditions, one of two values: matrices or scalars. */
    public MatrixExpr choose(Arithmetic<?> whenTrue, Arithmetic<?> whenFalse) {
        return of(Shapes.map(Op.CONDITIONAL, this, whenTrue, whenFalse));
    }

    @Override
    public MatrixExpr pow(int n) {
        return Powers.of(this, n);
    }

    @Override
    public MatrixExpr mapAt(int position, Op op, Expr... scalars) {
        return map(op, Operands.with(position, this, scalars).toArray(Arithmetic<?>[]::new));
    }

    @Override
    public MatrixExpr reciprocal() {
        return Expr.constant(1.0).dividedBy(this);
    }

    /** What is done to each row. */
    public Lines eachRow() {
        return new Lines(this, 1);
    }

    /** What is done to each column. */
    public Lines eachColumn() {
        return new Lines(this, 0);
    }

    /**
     * The element in a row and a column, from 0.
     *
     * @throws IllegalArgumentException if an index is not an int, or known to be outside
     */
    public Expr get(Expr row, Expr column) {
        Shapes.requireInside(this, 0, row);
        Shapes.requireInside(this, 1, column);
        return column(column).get(row);
    }

    /** The element in a row and a column, from 0. */
    public Expr get(int row, int column) {
        return get(Expr.constant(row), Expr.constant(column));
    }

    /**
     * One row.
     *
     * @throws IllegalArgumentException if the index is not an int, or known to be outside
     */
    public VectorExpr row(Expr index) {
        Shapes.requireInside(this, 0, index);
        return VectorExpr.of(Shapes.view(View.Kind.ROW, this, List.of(index), List.of(columns)));
    }

    public VectorExpr row(int index) {
        return row(Expr.constant(index));
    }

    /**
     * One column.
     *
     * @throws IllegalArgumentException if the index is not an int, or known to be outside
     */
    public VectorExpr column(Expr index) {
        Shapes.requireInside(this, 1, index);
        Requirement[] inside = Slicing.inside(this, 1, index).toArray(Requirement[]::new);
        return VectorExpr.of(Shapes.view(View.Kind.COLUMN, this, List.of(index), List.of(rows), inside));
    }

    public VectorExpr column(int index) {
        return column(Expr.constant(index));
    }

    /**
     * A block of rows and columns, the second index of each excluded. Bounds that are not constants are
     * checked when the block is evaluated.
     *
     * @throws IllegalArgumentException if an index is not an int, or known to be outside
     */
    public MatrixExpr slice(Expr fromRow, Expr toRow, Expr fromColumn, Expr toColumn) {
        return of(Shapes.slice(this, List.of(fromRow, fromColumn), List.of(toRow, toColumn)));
    }

    /** A block of rows and columns, the second index of each excluded. */
    public MatrixExpr slice(int fromRow, int toRow, int fromColumn, int toColumn) {
        return slice(Expr.constant(fromRow), Expr.constant(toRow), Expr.constant(fromColumn), Expr.constant(toColumn));
    }

    public MatrixExpr transpose() {
        if (node instanceof View view && view.kind() == View.Kind.TRANSPOSE) {
            return of((GraphNode) view.array());
        }
        return of(Shapes.view(View.Kind.TRANSPOSE, this, List.of(), List.of(columns, rows)));
    }

    /**
     * The elements (i, i).
     *
     * @throws IllegalArgumentException if the matrix is known not to be square
     */
    public VectorExpr diagonal() {
        List<Requirement> square = Shapes.agree("rows and columns of a square matrix", this, 0, this, 1);
        return VectorExpr.of(
                Shapes.view(View.Kind.DIAGONAL, this, List.of(), List.of(rows), square.toArray(Requirement[]::new)));
    }

    /** The sum of the diagonal. */
    public Expr trace() {
        return diagonal().sum();
    }

    /** All elements, row by row. */
    public VectorExpr flatten() {
        if (isVariable()) {
            return new VectorExpr(variable(), rows.times(columns));
        }
        return VectorExpr.of(Shapes.view(View.Kind.FLAT, this, List.of(columns), List.of(rows.times(columns))));
    }

    /**
     * The product with a matrix that has as many rows as this has columns.
     *
     * @throws IllegalArgumentException if the numbers are known and differ
     */
    public MatrixExpr dot(MatrixExpr other) {
        return of(Shapes.product(this, other));
    }

    /**
     * The product with a vector as long as this has columns.
     *
     * @throws IllegalArgumentException if the numbers are known and differ
     */
    public VectorExpr dot(VectorExpr other) {
        return VectorExpr.of(Shapes.product(this, other));
    }

    /** Ints as doubles; doubles as they are. */
    public MatrixExpr toReal() {
        Type element = node.type().component();
        return element.isReal() ? this : map(element.equals(Type.INT) ? Op.INT_TO_DOUBLE : Op.LONG_TO_DOUBLE);
    }

    /** The sum of all elements, added row by row; 0 if there are none. */
    public Expr sum() {
        return Shapes.reduction(Op.ADD, this, 0, 1);
    }

    /** The product of all elements; 1 if there are none. */
    public Expr product() {
        return Shapes.reduction(Op.MULTIPLY, this, 0, 1);
    }

    /** The largest element; at a tie each has its share of the derivative. */
    public Expr max() {
        return Shapes.reduction(Op.MAX, this, 0, 1);
    }

    /** The smallest element; at a tie each has its share of the derivative. */
    public Expr min() {
        return Shapes.reduction(Op.MIN, this, 0, 1);
    }

    public Expr mean() {
        return sum().dividedBy(rows.times(columns).toReal());
    }

    /** The Frobenius norm; see {@link VectorExpr#norm()}. */
    public Expr norm() {
        Expr squares = times(this).sum();
        return squares.equalTo(0).select(Expr.constant(0.0), squares.sqrt());
    }

    /** Whether both are views of one expression. */
    @Override
    public boolean equals(Object other) {
        return other instanceof MatrixExpr that && node.equals(that.node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    /** Readable infix form; long expressions are abbreviated. */
    @Override
    public String toString() {
        return node.toString();
    }
}
