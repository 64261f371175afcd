package org.cotangent.ad.expr;

import java.util.List;
import java.util.function.Function;

/**
 * A function given by code outside of graphs, with rules for its derivatives.
 *
 * @param <R> what an application is: a scalar, a vector or a matrix
 */
public final class CustomFunction<R extends Arithmetic<?>> extends Applicable<R> {

    private final Foreign code;

    private CustomFunction(
            String name,
            List<Arithmetic<?>> parameters,
            List<Expr> shape,
            Foreign code,
            Function<Application, R> view) {
        super(name, parameters, shape, view);
        this.code = code;
    }

    /**
     * A function with a scalar result.
     *
     * @param parameters scalar, vector and matrix variables, one for each argument of the code
     */
    public static CustomFunction<Expr> scalar(String name, List<? extends Arithmetic<?>> parameters, Foreign code) {
        return new CustomFunction<>(name, List.copyOf(parameters), List.of(), code, application -> application);
    }

    /**
     * A function with a vector result, which the code writes into its last argument.
     *
     * @param parameters scalar, vector and matrix variables, one for each other argument of the code
     * @param length of the result: an int expression of lengths of parameters and int parameters
     */
    public static CustomFunction<VectorExpr> vector(
            String name, List<? extends Arithmetic<?>> parameters, Expr length, Foreign code) {
        Shapes.requireInt(length);
        return new CustomFunction<>(name, List.copyOf(parameters), List.of(length), code, VectorExpr::of);
    }

    /**
     * A function with a matrix result, which the code writes row by row into its last argument.
     *
     * @param parameters scalar, vector and matrix variables, one for each other argument of the code
     * @param rows of the result: an int expression of extents of parameters and int parameters
     * @param columns of the result, likewise
     */
    public static CustomFunction<MatrixExpr> matrix(
            String name, List<? extends Arithmetic<?>> parameters, Expr rows, Expr columns, Foreign code) {
        Shapes.requireInt(rows);
        Shapes.requireInt(columns);
        return new CustomFunction<>(name, List.copyOf(parameters), List.of(rows, columns), code, MatrixExpr::of);
    }

    /** The code, for lowering. */
    public Foreign code() {
        return code;
    }
}
