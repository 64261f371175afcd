package org.cotangent.ad;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.CustomFunction;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Rule;

/**
 * Makes functions with derivatives written by hand into parts of graphs.
 *
 * <p>A graph can be differentiated as often as its custom functions can: a scalar one as often as it
 * has derivatives, a {@link DifferentiableFunction} once, a {@link TwiceDifferentiableFunction}
 * twice. Beyond that it is refused by name. The functions are called by any number of threads if
 * the graph is.
 *
 * <p>Function objects can be called by the interpreter, not by generated code: for that, name static
 * methods in an {@link External} and use {@link #scalar} or {@link #vector}.
 */
public final class CustomFunctions {

    private CustomFunctions() {}

    /**
     * A function of one real.
     *
     * @param name a Java identifier, for messages
     * @param derivatives its first, second, ... derivative, as many as are known
     */
    public static CustomFunction<Expr> of(String name, DoubleUnaryOperator value, DoubleUnaryOperator... derivatives) {
        List<DoubleUnaryOperator> all = new ArrayList<>(List.of(derivatives));
        all.add(0, Objects.requireNonNull(value, "value is null, expected a function of one real"));
        return CustomFunction.scalar(name, List.of(Graph.scalar("x")), derivative(name, all, 0));
    }

    private static External derivative(String name, List<DoubleUnaryOperator> all, int order) {
        DoubleUnaryOperator function = all.get(order);
        External routine = External.pure(order == 0 ? name : name + "Derivative" + order)
                .reads("x", Type.DOUBLE)
                .returns("y", Type.DOUBLE)
                .computedBy(call -> call.give(function.applyAsDouble(call.real(0))));
        return order + 1 == all.size()
                ? routine
                : routine.partial("x", () -> Rule.of(derivative(name, all, order + 1)));
    }

    /**
     * A scalar function of one vector, of its dimension.
     *
     * @param name a Java identifier, for messages
     * @param function if it is a {@link TwiceDifferentiableFunction}, its Hessian-vector products are
     *     used for second derivatives
     */
    public static CustomFunction<Expr> of(String name, DifferentiableFunction function) {
        VectorExpr x = Graph.vector("x", function.dimension());
        return CustomFunction.scalar(name, List.of(x), ScalarRules.of(name, function));
    }

    /**
     * A vector function of one vector, of its dimensions.
     *
     * @param name a Java identifier, for messages
     * @param function if it is a {@link TwiceDifferentiableVectorFunction}, its weighted
     *     Hessian-vector products are used for second derivatives
     */
    public static CustomFunction<VectorExpr> of(String name, VectorFunction function) {
        VectorExpr x = Graph.vector("x", function.inputDimension());
        Expr length = Expr.constant(function.outputDimension());
        return CustomFunction.vector(name, List.of(x), length, VectorRules.of(name, function));
    }

    /**
     * A routine that returns a real and writes nothing. Vectors may have any length.
     *
     * @throws IllegalArgumentException if it is another kind of routine, or has a parameter that is
     *     neither a scalar nor an array of rank 1
     */
    public static CustomFunction<Expr> scalar(External code) {
        boolean fits =
                code.results().size() == 1 && code.results().get(0).type().isReal();
        if (!fits) {
            throw new IllegalArgumentException("external routine " + code.name() + " returns " + code.results()
                    + ", expected a double; use vector for one that writes a vector");
        }
        List<Variable> parameters = read(code, code.parameters());
        return CustomFunction.scalar(
                code.name(), parameters.stream().map(CustomFunctions::parameter).toList(), code);
    }

    /**
     * A routine that writes a vector, its last parameter, and returns nothing.
     *
     * @param length of the vector, from the parameters before it: vectors and scalars of the same
     *     names
     * @throws IllegalArgumentException if it is another kind of routine, or has a parameter that is
     *     neither a scalar nor an array of rank 1
     */
    public static CustomFunction<VectorExpr> vector(External code, Length length) {
        List<External.Parameter> all = code.parameters();
        boolean fits = code.results().isEmpty()
                && !all.isEmpty()
                && all.get(all.size() - 1).access() == External.Access.WRITE
                && all.get(all.size() - 1).type().equals(Type.DOUBLES);
        if (!fits) {
            throw new IllegalArgumentException("external routine " + code.name()
                    + " is to give a vector, expected it to return nothing and to write its last parameter, a"
                    + " double[]; its parameters are "
                    + all.stream().map(External.Parameter::name).toList());
        }
        List<Variable> parameters = read(code, all.subList(0, all.size() - 1));
        return CustomFunction.vector(
                code.name(), parameters.stream().map(CustomFunctions::parameter).toList(), length.of(parameters), code);
    }

    /** How long a vector is that a routine writes. */
    @FunctionalInterface
    public interface Length {

        /**
         * The length.
         *
         * @param parameters of the routine, but the vector
         * @return an int expression, such as {@code parameters.get(0).length()}
         */
        Expr of(List<Variable> parameters);
    }

    private static List<Variable> read(External code, List<External.Parameter> parameters) {
        for (External.Parameter parameter : parameters) {
            if (parameter.access() != External.Access.READ || parameter.type().rank() > 1) {
                throw new IllegalArgumentException("parameter " + parameter.name() + " of external routine "
                        + code.name() + " is a " + parameter.type() + " with access " + parameter.access()
                        + ", expected a scalar or an array of rank 1 that is read; graphs never change what they have"
                        + " computed");
            }
        }
        return parameters.stream().map(External.Parameter::variable).toList();
    }

    private static Arithmetic<?> parameter(Variable variable) {
        return variable.type().isArray() ? Graph.vector(variable) : variable;
    }
}
