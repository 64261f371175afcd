package org.cotangent.ad.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Where expression graphs start: named scalars, vectors and matrices, constants, and loops. What can
 * be done with them is in {@link Arithmetic}, {@link VectorExpr}, {@link MatrixExpr} and {@link Lines}.
 *
 * <pre>{@code
 * VectorExpr b = Graph.vector("b", 2);
 * VectorExpr t = Graph.vector("t");
 * VectorExpr y = Graph.vector("y");
 * Expr misfit = y.minus(b.get(0).times(t.times(b.get(1)).exp())).square().sum();
 * }</pre>
 */
public final class Graph {

    private Graph() {}

    /**
     * A real variable.
     *
     * @throws IllegalArgumentException if the name is not a Java identifier
     */
    public static Variable scalar(String name) {
        return Variable.of(name, Type.DOUBLE);
    }

    /**
     * An int variable, for indices and counts.
     *
     * @throws IllegalArgumentException if the name is not a Java identifier
     */
    public static Variable integer(String name) {
        return Variable.of(name, Type.INT);
    }

    /**
     * A vector variable of known length.
     *
     * @throws IllegalArgumentException if the name is not a Java identifier or the length not positive
     */
    public static VectorExpr vector(String name, int length) {
        if (length < 1) {
            throw new IllegalArgumentException("length of vector " + name + " is " + length
                    + ", expected at least 1; leave the length out if only a run will tell");
        }
        return new VectorExpr(Variable.of(name, Type.DOUBLES), Expr.constant(length));
    }

    /**
     * A vector variable as long as the array it is bound to when the graph is evaluated, for data.
     *
     * @throws IllegalArgumentException if the name is not a Java identifier
     */
    public static VectorExpr vector(String name) {
        return vector(Variable.of(name, Type.DOUBLES));
    }

    /**
     * An array variable seen as a vector, of a length known when the graph is evaluated.
     *
     * @throws IllegalArgumentException if it is not a {@code double[]}
     */
    public static VectorExpr vector(Variable array) {
        if (!array.type().equals(Type.DOUBLES)) {
            throw new IllegalArgumentException(
                    "variable " + array.name() + " has type " + array.type() + ", expected double[]");
        }
        return new VectorExpr(array, array.length());
    }

    /**
     * A vector of ints, such as indices or classes, as long as the array it is bound to.
     *
     * @throws IllegalArgumentException if the name is not a Java identifier
     */
    public static VectorExpr indices(String name) {
        Variable array = Variable.of(name, Type.INTS);
        return new VectorExpr(array, array.length());
    }

    /**
     * A vector of ints of known length.
     *
     * @throws IllegalArgumentException if the name is not a Java identifier or the length not positive
     */
    public static VectorExpr indices(String name, int length) {
        requirePositive("length of vector " + name, length);
        return new VectorExpr(Variable.of(name, Type.INTS), Expr.constant(length));
    }

    private static void requirePositive(String what, int extent) {
        if (extent < 1) {
            throw new IllegalArgumentException(what + " is " + extent + ", expected at least 1");
        }
    }

    /**
     * A matrix variable of known shape, held row by row in a {@code double[]}.
     *
     * @throws IllegalArgumentException if the name is not a Java identifier or an extent not positive
     */
    public static MatrixExpr matrix(String name, int rows, int columns) {
        requirePositive("number of rows of matrix " + name, rows);
        requirePositive("number of columns of matrix " + name, columns);
        return MatrixExpr.variable(Variable.of(name, Type.DOUBLES), Expr.constant(rows), Expr.constant(columns));
    }

    /**
     * A matrix variable with as many rows as the array it is bound to has, for data.
     *
     * @throws IllegalArgumentException if the name is not a Java identifier or the number of columns
     *     not positive
     */
    public static MatrixExpr matrix(String name, int columns) {
        requirePositive("number of columns of matrix " + name, columns);
        Variable array = Variable.of(name, Type.DOUBLES);
        Expr rows = columns == 1 ? array.length() : array.length().dividedBy(columns);
        return MatrixExpr.variable(array, rows, Expr.constant(columns));
    }

    public static Expr constant(double value) {
        return Expr.constant(value);
    }

    /**
     * A vector of numbers, written into generated code one by one; for more than a few of them, or
     * other ones each time, use {@link #vector(String)}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static VectorExpr constants(double... values) {
        return concatenate(Arrays.stream(values).mapToObj(Expr::constant).toArray(Expr[]::new));
    }

    /**
     * The vector of the given scalars and vectors, one after the other.
     *
     * @throws IllegalArgumentException if there is none, or one is not real
     */
    public static VectorExpr concatenate(Arithmetic<?>... parts) {
        return VectorExpr.join(parts);
    }

    /**
     * A matrix of numbers, written into generated code one by one; for more than a few of them, or
     * other ones each time, use {@link #matrix(String, int)}.
     *
     * @param rows of equal length
     * @throws IllegalArgumentException if there is none, or lengths differ
     */
    public static MatrixExpr constants(double[][] rows) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw new IllegalArgumentException("a matrix of no elements, expected at least one row and one column");
        }
        for (double[] row : rows) {
            if (row.length != rows[0].length) {
                throw new IllegalArgumentException("matrix has rows of " + rows[0].length + " and " + row.length
                        + " elements, expected as many in each");
            }
        }
        return constants(Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray())
                .reshape(rows.length, rows[0].length);
    }

    /**
     * Matrices one below the other.
     *
     * @throws IllegalArgumentException if there is none, or numbers of columns are known and differ
     */
    public static MatrixExpr above(MatrixExpr... parts) {
        return joined(0, parts);
    }

    /**
     * Matrices side by side.
     *
     * @throws IllegalArgumentException if there is none, or numbers of rows are known and differ
     */
    public static MatrixExpr beside(MatrixExpr... parts) {
        return joined(1, parts);
    }

    private static MatrixExpr joined(int axis, MatrixExpr... parts) {
        List<Expr> nodes = new ArrayList<>();
        List<Expr> counts = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        Expr total = Expr.constant(0);
        for (MatrixExpr part : parts) {
            Shapes.requireReal(part, "joining");
            nodes.add(part.node());
            counts.add(Shapes.shape(part).get(axis));
            total = total.plus(Shapes.shape(part).get(axis));
            requirements.addAll(Shapes.agree("joining", parts[0], 1 - axis, part, 1 - axis));
        }
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a matrix of 0 parts, expected at least one");
        }
        List<Expr> shape = axis == 0 ? List.of(total, parts[0].columns()) : List.of(parts[0].rows(), total);
        return MatrixExpr.of(Shapes.interned(
                nodes,
                List.of(Join.class, axis),
                counts,
                () -> new Join(List.copyOf(nodes), List.copyOf(counts), axis, shape, List.copyOf(requirements))));
    }

    /** A vector of one value. */
    public static VectorExpr fill(int length, Expr value) {
        return vector(length, i -> value);
    }

    /** A matrix of one value. */
    public static MatrixExpr fill(int rows, int columns, Expr value) {
        return matrix(rows, columns, (i, j) -> value);
    }

    /** The identity matrix. */
    public static MatrixExpr eye(int n) {
        return matrix(n, n, (i, j) -> i.equalTo(j).select(constant(1), constant(0)));
    }

    /**
     * A vector whose elements are given by a function of their index. The function is called once, with
     * an index that stands for all; the vector is a loop, however long it is.
     *
     * @param length an int expression
     */
    public static VectorExpr vector(Expr length, Function<Expr, Expr> element) {
        return Loops.vector(length, element);
    }

    /** A vector whose elements are given by a function of their index; see {@link #vector(Expr, Function)}. */
    public static VectorExpr vector(int length, Function<Expr, Expr> element) {
        return vector(Expr.constant(length), element);
    }

    /** A matrix whose elements are given by a function of row and column. */
    public static MatrixExpr matrix(Expr rows, Expr columns, BiFunction<Expr, Expr, Expr> element) {
        return Loops.matrix(rows, columns, element);
    }

    /** A matrix whose elements are given by a function of row and column. */
    public static MatrixExpr matrix(int rows, int columns, BiFunction<Expr, Expr, Expr> element) {
        return matrix(Expr.constant(rows), Expr.constant(columns), element);
    }

    /**
     * The sum of a function of an index from 0 to {@code n} (excluded). The function is called once,
     * with an index that stands for all; the sum is a loop, however many terms it has.
     *
     * @param n an int expression
     */
    public static Expr sum(Expr n, Function<Expr, Expr> term) {
        return vector(n, term).sum();
    }

    /** The sum of a function of an index; see {@link #sum(Expr, Function)}. */
    public static Expr sum(int n, Function<Expr, Expr> term) {
        return sum(Expr.constant(n), term);
    }

    /** The product of a function of an index; see {@link #sum(Expr, Function)}. */
    public static Expr product(Expr n, Function<Expr, Expr> factor) {
        return vector(n, factor).product();
    }

    /** The product of a function of an index; see {@link #sum(Expr, Function)}. */
    public static Expr product(int n, Function<Expr, Expr> factor) {
        return product(Expr.constant(n), factor);
    }

    /** The largest value of a function of an index; see {@link #sum(Expr, Function)}. */
    public static Expr max(Expr n, Function<Expr, Expr> value) {
        return vector(n, value).max();
    }

    /** The largest value of a function of an index; see {@link #sum(Expr, Function)}. */
    public static Expr max(int n, Function<Expr, Expr> value) {
        return max(Expr.constant(n), value);
    }

    /** The smallest value of a function of an index; see {@link #sum(Expr, Function)}. */
    public static Expr min(Expr n, Function<Expr, Expr> value) {
        return vector(n, value).min();
    }

    /** The smallest value of a function of an index; see {@link #sum(Expr, Function)}. */
    public static Expr min(int n, Function<Expr, Expr> value) {
        return min(Expr.constant(n), value);
    }

    /**
     * The state after {@code n} turns, each of which computes it from the state before and the number
     * of the turn, from 0. The function is called once; the fold is a loop.
     *
     * @param n an int expression
     * @param next gives the next state from (state, index)
     */
    public static Expr fold(Expr n, Expr initial, BiFunction<Expr, Expr, Expr> next) {
        return Loops.fold(n, initial, next);
    }

    /** The state after {@code n} turns; see {@link #fold(Expr, Expr, BiFunction)}. */
    public static Expr fold(int n, Expr initial, BiFunction<Expr, Expr, Expr> next) {
        return fold(Expr.constant(n), initial, next);
    }

    /**
     * As {@link #fold(Expr, Expr, BiFunction)}, with a vector as the state.
     *
     * @throws IllegalArgumentException if the next state is known not to be as long as the first
     */
    public static VectorExpr fold(Expr n, VectorExpr initial, BiFunction<VectorExpr, Expr, VectorExpr> next) {
        return Loops.fold(n, initial, next);
    }

    /** As {@link #fold(Expr, Expr, BiFunction)}, with a vector as the state. */
    public static VectorExpr fold(int n, VectorExpr initial, BiFunction<VectorExpr, Expr, VectorExpr> next) {
        return fold(Expr.constant(n), initial, next);
    }

    /**
     * A function with a scalar value that graphs can apply to arguments. However often it is applied,
     * programs and generated classes hold its code and that of its derivatives once.
     *
     * <pre>{@code
     * Variable a = Graph.scalar("a");
     * Variable b = Graph.scalar("b");
     * Subgraph<Expr> misfit = Graph.function("misfit", List.of(a, b), a.minus(b).square());
     * Expr total = misfit.apply(x.get(0), y.get(0)).plus(misfit.apply(x.get(1), y.get(1)));
     * }</pre>
     *
     * @param name a Java identifier, for readers of generated code
     * @param parameters scalar, vector and matrix variables: all that the body depends on
     * @param body the value; real
     * @throws IllegalArgumentException if the name is no identifier, a parameter is computed, or the
     *     body is not real
     */
    public static Subgraph<Expr> function(String name, List<? extends Arithmetic<?>> parameters, Expr body) {
        return Subgraph.of(name, List.copyOf(parameters), body);
    }

    /** A function with a vector as its value; see {@link #function(String, List, Expr)}. */
    public static Subgraph<VectorExpr> function(
            String name, List<? extends Arithmetic<?>> parameters, VectorExpr body) {
        return Subgraph.of(name, List.copyOf(parameters), body);
    }

    /** A function with a matrix as its value; see {@link #function(String, List, Expr)}. */
    public static Subgraph<MatrixExpr> function(
            String name, List<? extends Arithmetic<?>> parameters, MatrixExpr body) {
        return Subgraph.of(name, List.copyOf(parameters), body);
    }
}
