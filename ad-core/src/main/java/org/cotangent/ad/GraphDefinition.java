package org.cotangent.ad;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;

/**
 * A function to be generated: its graph, the variables it is differentiated by, and those that are
 * data, given when a function object is made.
 */
public final class GraphDefinition {

    private final String name;
    private final Arithmetic<?> result;
    private final List<Input> variables;
    private final List<Input> data;

    /**
     * A parameter of a function.
     *
     * @param variable a real or int scalar, or an array of doubles
     * @param length of an array, if the graph fixes it
     */
    public record Input(Variable variable, OptionalInt length) {}

    private GraphDefinition(String name, Arithmetic<?> result, List<Input> variables, List<Input> data) {
        this.name = name;
        this.result = result;
        this.variables = variables;
        this.data = data;
    }

    /**
     * A scalar function.
     *
     * @param name a Java identifier; methods are named after it
     * @param value the graph
     * @param variables real scalars and vectors, in the order of the flat point; a vector made
     *     without a length gets it when a function object is made
     * @param data the other variables of the graph
     * @throws IllegalArgumentException if the name is no identifier, a variable is computed, given
     *     twice, or of a type it cannot have
     */
    public static GraphDefinition of(
            String name, Expr value, List<? extends Arithmetic<?>> variables, List<? extends Arithmetic<?>> data) {
        if (!value.type().isReal()) {
            throw new IllegalArgumentException("function " + name + " has a value of type " + value.type()
                    + ", expected double; convert it with toReal()");
        }
        return define(name, value, variables, data);
    }

    /**
     * A vector function, such as the residuals of a fit.
     *
     * @param name a Java identifier; methods are named after it
     * @param values the graph
     * @param variables real scalars and vectors, in the order of the flat point; a vector made
     *     without a length gets it when a function object is made
     * @param data the other variables of the graph
     * @throws IllegalArgumentException if the name is no identifier, a variable is computed, given
     *     twice, or of a type it cannot have
     */
    public static GraphDefinition of(
            String name,
            VectorExpr values,
            List<? extends Arithmetic<?>> variables,
            List<? extends Arithmetic<?>> data) {
        return define(name, values, variables, data);
    }

    private static GraphDefinition define(
            String name,
            Arithmetic<?> result,
            List<? extends Arithmetic<?>> variables,
            List<? extends Arithmetic<?>> data) {
        Objects.requireNonNull(name, "name of the function is null, expected a Java identifier");
        Variable.of(name, Type.DOUBLE);
        List<Input> active = variables.stream().map(GraphDefinition::input).toList();
        List<Input> bound = data.stream().map(GraphDefinition::input).toList();
        if (active.isEmpty()) {
            throw new IllegalArgumentException(
                    "function " + name + " has no variable to differentiate by, expected at least one");
        }
        for (Input input : active) {
            if (!input.variable().type().isDifferentiable()) {
                throw new IllegalArgumentException(
                        "variable " + input.variable().name() + " of function " + name + " is of type "
                                + input.variable().type() + ", expected double or double[]; list it as data");
            }
        }
        requireDistinct(name, active, bound);
        return new GraphDefinition(name, result, active, bound);
    }

    private static void requireDistinct(String name, List<Input> active, List<Input> bound) {
        List<String> seen = new ArrayList<>();
        for (Input input : concatenated(active, bound)) {
            if (seen.contains(input.variable().name())) {
                throw new IllegalArgumentException(
                        "variable " + input.variable().name() + " of function " + name
                                + " is given twice, expected variables of different names, each either"
                                + " differentiated by or data");
            }
            seen.add(input.variable().name());
        }
    }

    private static List<Input> concatenated(List<Input> first, List<Input> second) {
        List<Input> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static Input input(Arithmetic<?> input) {
        if (input instanceof VectorExpr vector) {
            return new Input(Inputs.variable(vector), Inputs.fixedLength(vector));
        }
        if (input instanceof Variable variable && !variable.type().isArray()) {
            return new Input(variable, OptionalInt.empty());
        }
        throw new IllegalArgumentException(
                input + " is not a variable, expected one made by Graph.scalar, Graph.integer or Graph.vector");
    }

    public String name() {
        return name;
    }

    /** The graph of a scalar function. */
    public Optional<Expr> value() {
        return result instanceof Expr value ? Optional.of(value) : Optional.empty();
    }

    /** The graph of a vector function. */
    public Optional<VectorExpr> values() {
        return result instanceof VectorExpr values ? Optional.of(values) : Optional.empty();
    }

    /** What it is differentiated by, in the order of the flat point. */
    public List<Input> variables() {
        return variables;
    }

    public List<Input> data() {
        return data;
    }

    /** All parameters: variables, then data. */
    public List<Variable> parameters() {
        return concatenated(variables, data).stream().map(Input::variable).toList();
    }
}
