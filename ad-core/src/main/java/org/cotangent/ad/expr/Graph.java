package org.cotangent.ad.expr;

import java.util.Arrays;

/**
 * Where expression graphs start: named scalars and vectors, and constants. What can be done with
 * them is in {@link Arithmetic}.
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
}
