package org.cotangent.ad;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cotangent.ad.annotation.Form;
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

    private static final Set<Form> SCALAR_FORMS =
            Collections.unmodifiableSet(EnumSet.of(Form.VALUE, Form.GRADIENT, Form.HESSIAN_VECTOR_PRODUCT));
    private static final Set<Form> VECTOR_FORMS = Collections.unmodifiableSet(
            EnumSet.of(Form.VALUE, Form.JVP, Form.VJP, Form.JACOBIAN, Form.HESSIAN_VECTOR_PRODUCT));

    /** A static method of such a name would hide, or clash with, the one of the object. */
    private static final Set<String> OF_OBJECT =
            Set.of("hashCode", "toString", "wait", "notify", "notifyAll", "getClass", "equals", "clone", "finalize");

    private final String name;
    private final Arithmetic<?> result;
    private final List<Input> variables;
    private final List<Input> data;
    private final Set<Form> forms;

    /**
     * A parameter of a function.
     *
     * @param variable a real or int scalar, or an array of doubles
     * @param length of an array, if the graph fixes it
     */
    public record Input(Variable variable, OptionalInt length) {}

    private GraphDefinition(
            String name, Arithmetic<?> result, List<Input> variables, List<Input> data, Set<Form> forms) {
        this.name = name;
        this.result = result;
        this.variables = variables;
        this.data = data;
        this.forms = forms;
    }

    /**
     * A scalar function.
     *
     * @param name a Java identifier; methods are named after it
     * @param value the graph
     * @param variables real scalars and vectors, in the order of the flat point; a vector made
     *     without a length gets it when a function object is made
     * @param data the other variables of the graph
     * @throws IllegalArgumentException if the name is no identifier, has a {@code $} or is that of a
     *     method of {@link Object}, the result is not real, or a variable is computed, given twice, or
     *     of a type it cannot have
     */
    public static GraphDefinition of(
            String name, Expr value, List<? extends Arithmetic<?>> variables, List<? extends Arithmetic<?>> data) {
        requireName(name);
        Objects.requireNonNull(value, () -> "value of function " + name + " is null, expected an expression");
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
     * @throws IllegalArgumentException if the name is no identifier, has a {@code $} or is that of a
     *     method of {@link Object}, the result is not real, or a variable is computed, given twice, or
     *     of a type it cannot have
     */
    public static GraphDefinition of(
            String name,
            VectorExpr values,
            List<? extends Arithmetic<?>> variables,
            List<? extends Arithmetic<?>> data) {
        requireName(name);
        Objects.requireNonNull(values, () -> "values of function " + name + " are null, expected a vector expression");
        if (!values.node().type().equals(Type.DOUBLES)) {
            throw new IllegalArgumentException("function " + name + " has values of type "
                    + values.node().type() + ", expected double[]; make them real, conditions with choose(...)");
        }
        return define(name, values, variables, data);
    }

    private static GraphDefinition define(
            String name,
            Arithmetic<?> result,
            List<? extends Arithmetic<?>> variables,
            List<? extends Arithmetic<?>> data) {
        Objects.requireNonNull(variables, () -> "variables of function " + name + " are null, expected a list");
        Objects.requireNonNull(data, () -> "data of function " + name + " are null, expected a list, empty if none");
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
        return new GraphDefinition(name, result, active, bound, possible(result));
    }

    private static void requireName(String name) {
        Objects.requireNonNull(name, "name of the function is null, expected a Java identifier");
        if (!Variable.isName(name)) {
            throw new IllegalArgumentException("function name is \"" + name
                    + "\", expected a Java identifier such as misfit that is no keyword; methods are named after it");
        }
        if (name.contains("$")) {
            throw new IllegalArgumentException("function name is \"" + name
                    + "\", expected one without $, which Java keeps for names made by tools; leave it out");
        }
        if (OF_OBJECT.contains(name)) {
            throw new IllegalArgumentException("function name is \"" + name
                    + "\", expected none that every Java object has a method of; choose another, such as " + name
                    + "Function");
        }
    }

    private static Set<Form> possible(Arithmetic<?> result) {
        return result instanceof VectorExpr ? VECTOR_FORMS : SCALAR_FORMS;
    }

    /**
     * The same function with only some of its forms, for a smaller class. A function object needs
     * at least {@link Form#VALUE} and {@link Form#GRADIENT}, or of a vector function {@link
     * Form#VALUE}, {@link Form#JVP} and {@link Form#VJP}; fewer give static methods alone.
     *
     * @throws IllegalArgumentException if there are none, or one does not exist for the function
     */
    public GraphDefinition only(Form... chosen) {
        Objects.requireNonNull(chosen, () -> "forms of function " + name + " are null, expected at least one");
        Set<Form> wanted = EnumSet.noneOf(Form.class);
        for (Form form : chosen) {
            wanted.add(Objects.requireNonNull(form, () -> "a form of function " + name + " is null"));
        }
        Set<Form> possible = possible(result);
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException(
                    "function " + name + " is to have none of its forms, expected at least one of " + possible);
        }
        if (!possible.containsAll(wanted)) {
            Set<Form> impossible = EnumSet.copyOf(wanted);
            impossible.removeAll(possible);
            String kind = result instanceof VectorExpr ? "vector" : "scalar";
            throw new IllegalArgumentException("function " + name + " is to have the forms " + impossible + ", which a "
                    + kind + " function does not have; choose from " + possible);
        }
        return new GraphDefinition(name, result, variables, data, Collections.unmodifiableSet(wanted));
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
        return new Input(Inputs.variable(input), Inputs.fixedLength(input));
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

    /** What is to be generated, all that the function can have unless it was said otherwise. */
    public Set<Form> forms() {
        return forms;
    }
}
