package org.cotangent.ad;

import java.util.Collections;
import java.util.List;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;

/**
 * Makes functions with exact derivatives from expression graphs: {@code of} runs them by the
 * interpreter, {@code compile} turns them into classes first.
 *
 * <pre>{@code
 * VectorExpr x = Graph.vector("x", 2);
 * Expr f = x.get(1).minus(x.get(0).square()).square().times(100).plus(x.get(0).minus(1).square());
 * TwiceDifferentiableFunction rosenbrock = Differentiation.of(f, x);
 * }</pre>
 *
 * <p>Several variables lie one after the other in the flat point, in the order in which they are
 * given, a scalar taking one place and a vector as many as it is long: {@code of(f, List.of(a, v,
 * b))} with a vector v of length 2 takes points (a, v₀, v₁, b). Gradients, directions and the
 * columns of Jacobians have the same order. A variable that the function does not depend on has
 * derivatives 0; data that it does not use are ignored.
 *
 * <p>With {@code of} no compiler is needed, and each derivative is derived when it is first asked
 * for. With {@code compile} functions are several times as fast and give the same bits, after about
 * a second for the first one and less for later ones. Value and first derivatives are compiled at
 * once, others when they are first asked for. A function of the same structure (the same
 * expressions with the same constants; names and data do not matter) shares the classes of an
 * earlier one. It needs a JDK, and the artifact {@code ad-codegen} on the class path; where either
 * is missing the functions are interpreted, which a warning says once (logger {@code
 * org.cotangent.ad}). Classes that would take too long to compile are refused with an {@link
 * IllegalArgumentException} that says how large they would be: by {@code compile}, or for second
 * derivatives by the first call that needs them.
 *
 * <p>The functions may be used by any number of threads and allocate nothing once warm. Where a
 * function is not defined its value is NaN or infinite, as in Java; nothing is thrown.
 */
public final class Differentiation {

    private Differentiation() {}

    /**
     * A scalar function of one vector.
     *
     * @param value the function's value
     * @param x a vector variable of fixed length: the point
     * @param data values for all other variables of the graph
     * @throws IllegalArgumentException if the function depends on a variable that is not given, one is
     *     given twice, or x has no fixed length
     */
    public static TwiceDifferentiableFunction of(Expr value, VectorExpr x, Data... data) {
        return of(value, Collections.singletonList(x), data);
    }

    /**
     * A scalar function of several variables, one after the other in the flat point.
     *
     * @param value the function's value
     * @param variables real variables and vector variables of fixed length, in the point's order
     * @param data values for all other variables of the graph
     * @throws IllegalArgumentException if the function depends on a variable that is not given, one is
     *     given twice, or a vector has no fixed length
     */
    public static TwiceDifferentiableFunction of(Expr value, List<? extends Arithmetic<?>> variables, Data... data) {
        return GraphFunction.of(value, Inputs.of(variables, data), Backend.INTERPRETER);
    }

    /**
     * A vector function of one vector, such as the residuals of a fit.
     *
     * @param values the function's values
     * @param x a vector variable of fixed length: the point
     * @param data values for all other variables of the graph
     * @throws IllegalArgumentException if the function depends on a variable that is not given, one is
     *     given twice, or x has no fixed length
     */
    public static TwiceDifferentiableVectorFunction of(VectorExpr values, VectorExpr x, Data... data) {
        return of(values, Collections.singletonList(x), data);
    }

    /**
     * A vector function of several variables, one after the other in the flat point.
     *
     * @param values the function's values
     * @param variables real variables and vector variables of fixed length, in the point's order
     * @param data values for all other variables of the graph
     * @throws IllegalArgumentException if the function depends on a variable that is not given, one is
     *     given twice, or a vector has no fixed length
     */
    public static TwiceDifferentiableVectorFunction of(
            VectorExpr values, List<? extends Arithmetic<?>> variables, Data... data) {
        return new GraphVectorFunction(values, Inputs.of(variables, data), Backend.INTERPRETER);
    }

    /**
     * The slope φ(x, v) = ∇f(x)·v of a scalar function along a direction, as a function of both: its
     * derivatives are those of f of one order more. The point is (x, v), of twice the length. The
     * gradient of φ is (H v, ∇f). The product of its Hessian with (w, 0) is (T v w, H w), where T v w
     * is the third derivative of f applied to v and w; with w = v that is the gradient of vᵀH v.
     *
     * @param value f
     * @param x a vector variable of fixed length: the first half of the point
     * @param data values for all other variables of the graph
     * @throws IllegalArgumentException as for {@link #of(Expr, VectorExpr, Data...)}
     */
    public static TwiceDifferentiableFunction directional(Expr value, VectorExpr x, Data... data) {
        return directional(value, Collections.singletonList(x), data);
    }

    /**
     * The slope of a scalar function of several variables along a direction, as a function of both.
     * The second half of the point has the parts of the direction in the order of the variables.
     *
     * @param value the function
     * @param variables real variables and vector variables of fixed length, in the point's order
     * @param data values for all other variables of the graph
     * @throws IllegalArgumentException as for {@link #of(Expr, List, Data...)}
     * @see #directional(Expr, VectorExpr, Data...)
     */
    public static TwiceDifferentiableFunction directional(
            Expr value, List<? extends Arithmetic<?>> variables, Data... data) {
        return GraphFunction.directional(value, Inputs.of(variables, data), Backend.INTERPRETER);
    }

    /**
     * A scalar function of one vector, compiled.
     *
     * @param value the function's value
     * @param x a vector variable of fixed length: the point
     * @param data values for all other variables of the graph
     * @throws IllegalArgumentException as for {@link #of(Expr, VectorExpr, Data...)}, and if the
     *     function is too large to be compiled
     */
    public static TwiceDifferentiableFunction compile(Expr value, VectorExpr x, Data... data) {
        return compile(value, Collections.singletonList(x), data);
    }

    /**
     * A scalar function of several variables, compiled.
     *
     * @param value the function's value
     * @param variables real variables and vector variables of fixed length, in the point's order
     * @param data values for all other variables of the graph
     * @throws IllegalArgumentException as for {@link #of(Expr, List, Data...)}, and if the function is
     *     too large to be compiled
     */
    public static TwiceDifferentiableFunction compile(
            Expr value, List<? extends Arithmetic<?>> variables, Data... data) {
        return GraphFunction.of(value, Inputs.of(variables, data), Compilers.backend())
                .prepared();
    }

    /**
     * A vector function of one vector, compiled.
     *
     * @param values the function's values
     * @param x a vector variable of fixed length: the point
     * @param data values for all other variables of the graph
     * @throws IllegalArgumentException as for {@link #of(VectorExpr, VectorExpr, Data...)}, and if the
     *     function is too large to be compiled
     */
    public static TwiceDifferentiableVectorFunction compile(VectorExpr values, VectorExpr x, Data... data) {
        return compile(values, Collections.singletonList(x), data);
    }

    /**
     * A vector function of several variables, compiled.
     *
     * @param values the function's values
     * @param variables real variables and vector variables of fixed length, in the point's order
     * @param data values for all other variables of the graph
     * @throws IllegalArgumentException as for {@link #of(VectorExpr, List, Data...)}, and if the
     *     function is too large to be compiled
     */
    public static TwiceDifferentiableVectorFunction compile(
            VectorExpr values, List<? extends Arithmetic<?>> variables, Data... data) {
        return new GraphVectorFunction(values, Inputs.of(variables, data), Compilers.backend()).prepared();
    }
}
