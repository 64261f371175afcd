package org.cotangent.ad.expr;

import java.util.List;
import java.util.function.Function;

/**
 * A function given by a graph of its own, made by {@link Graph#function}. In programs it is one
 * procedure, called wherever it is applied.
 *
 * @param <R> what an application is: a scalar, a vector or a matrix
 */
public final class Subgraph<R extends Arithmetic<?>> extends Applicable<R> {

    private final R body;

    private Subgraph(String name, List<Arithmetic<?>> parameters, R body, Function<Application, R> view) {
        super(name, parameters, Shapes.shape(body), view);
        this.body = body;
        Shapes.requireReal(body, "function " + name);
    }

    static Subgraph<Expr> of(String name, List<Arithmetic<?>> parameters, Expr body) {
        return new Subgraph<>(name, parameters, body, application -> application);
    }

    static Subgraph<VectorExpr> of(String name, List<Arithmetic<?>> parameters, VectorExpr body) {
        return new Subgraph<>(name, parameters, body, VectorExpr::of);
    }

    static Subgraph<MatrixExpr> of(String name, List<Arithmetic<?>> parameters, MatrixExpr body) {
        return new Subgraph<>(name, parameters, body, MatrixExpr::of);
    }

    /** The result in terms of the parameters. */
    public R body() {
        return body;
    }
}
