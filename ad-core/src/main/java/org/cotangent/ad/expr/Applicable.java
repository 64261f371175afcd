package org.cotangent.ad.expr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A function that graphs call: each application is a call of one procedure, however often there is
 * one.
 *
 * @param <R> what an application is: a scalar, a vector or a matrix
 */
public abstract sealed class Applicable<R extends Arithmetic<?>> permits Subgraph, CustomFunction {

    private final String name;
    private final List<Arithmetic<?>> parameters;
    private final List<Expr> shape;
    private final Function<Application, R> view;

    /**
     * @param parameters scalar, vector and matrix variables
     * @param shape of the result, in terms of the parameters
     * @param view of an application
     */
    Applicable(String name, List<Arithmetic<?>> parameters, List<Expr> shape, Function<Application, R> view) {
        if (!Variable.isName(name)) {
            throw new IllegalArgumentException(
                    "function is named \"" + name + "\", expected a Java identifier; a method is named after it");
        }
        this.name = name;
        this.parameters = List.copyOf(parameters);
        this.shape = List.copyOf(shape);
        this.view = view;
        this.parameters.forEach(Applicable::variable);
    }

    static Variable variable(Arithmetic<?> parameter) {
        if (parameter instanceof VectorExpr vector) {
            return vector.variable();
        }
        if (parameter instanceof MatrixExpr matrix) {
            return matrix.variable();
        }
        if (parameter instanceof Variable scalar && !scalar.type().isArray()) {
            return scalar;
        }
        throw new IllegalArgumentException("parameter " + parameter
                + " is not a variable, expected one made by Graph.scalar, Graph.vector or Graph.matrix");
    }

    public final String name() {
        return name;
    }

    /** The parameters as variables, in order; matrices are arrays row by row. */
    public final List<Variable> variables() {
        return parameters.stream().map(Applicable::variable).toList();
    }

    /**
     * The value for arguments.
     *
     * @throws IllegalArgumentException if number, types, or shapes as far as they are known, are not
     *     those of the parameters
     */
    public final R apply(Arithmetic<?>... arguments) {
        if (arguments.length != parameters.size()) {
            throw new IllegalArgumentException("function " + name + " is applied to " + arguments.length
                    + " arguments, expected " + parameters.size() + ": " + variables());
        }
        Map<Variable, Expr> scalars = new HashMap<>();
        Map<Variable, Expr> counts = new HashMap<>();
        List<Expr> nodes = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            nodes.add(requireFit(parameters.get(i), arguments[i]));
            Variable variable = variable(parameters.get(i));
            if (variable.type().isArray()) {
                counts.put(variable, count(arguments[i]));
            } else {
                scalars.put(variable, nodes.get(i));
            }
        }
        Sizes sizes = new Sizes(scalars, counts);
        List<Requirement> requirements = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            requireShape(parameters.get(i), arguments[i], sizes, requirements);
        }
        List<Expr> fixed = List.copyOf(nodes);
        List<Expr> extents = shape.stream().map(sizes::of).toList();
        return view.apply(Shapes.interned(
                fixed, this, extents, () -> new Application(this, fixed, extents, List.copyOf(requirements))));
    }

    private static Expr count(Arithmetic<?> array) {
        return Shapes.shape(array).stream().reduce(Expr::times).orElse(Expr.constant(1));
    }

    private Expr requireFit(Arithmetic<?> parameter, Arithmetic<?> argument) {
        Expr node = Shapes.node(argument);
        Variable variable = variable(parameter);
        boolean fits = node.type().equals(variable.type())
                && Shapes.shape(argument).size() == Shapes.shape(parameter).size();
        if (!fits) {
            throw new IllegalArgumentException(
                    "argument " + Shapes.described(argument) + " of function " + name + " has type " + node.type()
                            + ", expected " + Shapes.described(parameter) + " of type " + variable.type());
        }
        return node.type().isArray() ? whole(argument, node) : node;
    }

    /** The array to pass: one that is kept with all its elements, in order. */
    private static Expr whole(Arithmetic<?> argument, Expr node) {
        Expr array = node;
        while (array instanceof View view && (view.kind() == View.Kind.MATRIX || view.kind() == View.Kind.FLAT)) {
            array = view.array();
        }
        if (array instanceof View) {
            VectorExpr flat = argument instanceof MatrixExpr matrix ? matrix.flatten() : (VectorExpr) argument;
            return VectorExpr.join(flat).node();
        }
        return array;
    }

    private void requireShape(
            Arithmetic<?> parameter, Arithmetic<?> argument, Sizes sizes, List<Requirement> requirements) {
        for (int axis = 0; axis < Shapes.shape(parameter).size(); axis++) {
            Expr expected = sizes.of(Shapes.shape(parameter).get(axis));
            Expr found = Shapes.shape(argument).get(axis);
            if (expected instanceof Constant && found instanceof Constant && !expected.equals(found)) {
                throw new IllegalArgumentException("argument " + Shapes.described(argument) + " of function " + name
                        + ", expected the shape of " + Shapes.described(parameter)
                        + "; pass one of that shape, or give the parameter no fixed one");
            }
            if (!expected.equals(found)) {
                requirements.add(new Requirement(
                        found.equalTo(expected),
                        "argument " + argument + " of function " + name + " has an extent of {}, expected {} as "
                                + parameter + " has",
                        List.of(found, expected)));
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
