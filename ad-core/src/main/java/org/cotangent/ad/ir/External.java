package org.cotangent.ad.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.cotangent.ad.expr.Foreign;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;

/**
 * Plain Java code that programs call, with what transforms, interpreter and generator must know of
 * it: signature, effects, and how it is differentiated. Immutable: each method that adds something
 * gives a new declaration.
 *
 * <pre>{@code
 * External cube = External.pure("cube").reads("x", Type.DOUBLE).returns("y", Type.DOUBLE)
 *         .computedBy(call -> call.give(Math.pow(call.real(0), 3)))
 *         .method("com.acme.Cubes", "cube")
 *         .partial("x", () -> Rule.of(threeSquares));
 * }</pre>
 *
 * <p>A rule takes and gives what the names of its own parameters and results say. With a parameter
 * {@code x} and the result {@code y} of the routine:
 *
 * <ul>
 *   <li>{@code x} is the argument, of an array what it holds after the call; {@code xBefore} what
 *       an updated array held before;
 *   <li>{@code y} is the result;
 *   <li>{@code xDot} is the tangent of an argument that is read or updated, given to a tangent
 *       rule; of an array that is written or updated, what the rule leaves in it;
 *   <li>{@code yDot} is the tangent of the result: a real result of a tangent rule may have any
 *       name, an array may also be a parameter to be written;
 *   <li>{@code yBar} is the adjoint of the result or of a written array, given to an adjoint rule;
 *   <li>{@code xBar} is what an adjoint rule gives: a real as a result of that name (or of any, if
 *       the routine reads one real only), an array as a parameter that it writes, or updates by
 *       adding. Of an updated array it finds the adjoint of what the array holds after the call
 *       and must leave the adjoint of what it held before.
 * </ul>
 *
 * <p>Where the routine has a value of such a name itself, as a rule that has rules, a 2 stands behind:
 * the adjoint of {@code x} is {@code xBar2} if {@code xBar} is a parameter.
 *
 * <p>A rule takes only what it needs: values that no rule takes need not be kept for the reverse
 * sweep. Several rules may each give some of the derivatives; the first that serves all that are
 * asked for goes before. Of a rule that is a procedure the rule of the other mode can be made. Rules are asked for when a transform
 * needs them, so a routine may occur in its own rules.
 */
public final class External implements Callee, Foreign {

    /** What the routine does with an argument; scalars are read. */
    public enum Access {
        READ,
        /** Assigns every element, whatever the array held. */
        WRITE,
        /** Reads elements, and may assign some. */
        UPDATE
    }

    /**
     * A parameter.
     *
     * @param variable its name and type
     * @param access what the routine does with it
     * @param differentiable false for reals that are known to carry no derivative, such as a
     *     factorisation that is passed on beside the matrix it belongs to
     * @param single whether Java declares it a {@code float}, which programs hold as a double
     */
    public record Parameter(Variable variable, Access access, boolean differentiable, boolean single) {

        public String name() {
            return variable.name();
        }

        public Type type() {
            return variable.type();
        }

        /** Whether the routine's outputs may depend on what it holds, in a way that has a derivative. */
        public boolean isInput() {
            return differentiable && access != Access.WRITE;
        }

        /** Whether it holds outputs that may have a derivative. */
        public boolean isOutput() {
            return differentiable && access != Access.READ;
        }
    }

    /**
     * A static method or field of Java.
     *
     * @param type the binary name of its class, such as {@code com.acme.Splines$Cubic}
     * @param name the name of the method or field
     */
    public record Method(String type, String name) {}

    private final String name;
    private final boolean pure;
    private final List<Parameter> parameters;
    private final List<Variable> results;
    private final Optional<Routine> routine;
    private final Optional<ComplexRoutine> complexRoutine;
    private final Optional<Method> method;
    private final boolean field;
    private final List<Supplier<Rule>> tangents;
    private final List<Supplier<Rule>> adjoints;
    private final Map<String, Supplier<Rule>> partials;

    private External(Draft draft) {
        this.name = draft.name;
        this.pure = draft.pure;
        this.parameters = List.copyOf(draft.parameters);
        this.results = List.copyOf(draft.results);
        this.routine = draft.routine;
        this.complexRoutine = draft.complexRoutine;
        this.method = draft.method;
        this.field = draft.field;
        this.tangents = List.copyOf(draft.tangents);
        this.adjoints = List.copyOf(draft.adjoints);
        this.partials = java.util.Collections.unmodifiableMap(draft.partials);
    }

    /** A declaration being put together. */
    private static final class Draft {
        private final String name;
        private final boolean pure;
        private final List<Parameter> parameters = new ArrayList<>();
        private final List<Variable> results = new ArrayList<>();
        private Optional<Routine> routine = Optional.empty();
        private Optional<ComplexRoutine> complexRoutine = Optional.empty();
        private Optional<Method> method = Optional.empty();
        private boolean field;
        private final List<Supplier<Rule>> tangents = new ArrayList<>();
        private final List<Supplier<Rule>> adjoints = new ArrayList<>();
        private final Map<String, Supplier<Rule>> partials = new LinkedHashMap<>();

        Draft(String name, boolean pure) {
            this.name = name;
            this.pure = pure;
        }

        Draft(External other) {
            this(other.name, other.pure);
            parameters.addAll(other.parameters);
            results.addAll(other.results);
            routine = other.routine;
            complexRoutine = other.complexRoutine;
            method = other.method;
            field = other.field;
            tangents.addAll(other.tangents);
            adjoints.addAll(other.adjoints);
            partials.putAll(other.partials);
        }
    }

    /**
     * A routine whose outputs depend on its arguments alone and that does nothing else: it may be
     * called again, or not at all if nobody reads what it computes.
     *
     * @param name a Java identifier
     */
    public static External pure(String name) {
        return named(name, true);
    }

    /**
     * A routine that also does something else, such as reading a file or drawing a random number:
     * each run of a program calls it once for each time the function does, derivatives included.
     *
     * @param name a Java identifier
     */
    public static External impure(String name) {
        return named(name, false);
    }

    private static External named(String name, boolean pure) {
        if (!Variable.isName(name)) {
            throw new IllegalArgumentException(
                    "external routine is named \"" + name + "\", expected a Java identifier");
        }
        return new External(new Draft(name, pure));
    }

    /** Adds a parameter: a scalar, or an array that the routine does not write. */
    public External reads(String parameter, Type type) {
        return with(parameter, type, Access.READ, true);
    }

    /**
     * Adds a parameter that Java declares a {@code float}; it is given a double that is one.
     *
     * @param differentiable whether the routine may have a derivative by it; see {@link Parameter}
     */
    public External readsFloat(String parameter, boolean differentiable) {
        return with(new Parameter(Variable.of(parameter, Type.DOUBLE), Access.READ, differentiable, true));
    }

    /** Adds an array of which the routine assigns every element, whatever it held. */
    public External writes(String parameter, Type type) {
        return with(parameter, type, Access.WRITE, true);
    }

    /** Adds an array that the routine reads and may write. */
    public External updates(String parameter, Type type) {
        return with(parameter, type, Access.UPDATE, true);
    }

    /** Adds a parameter that is read and by which the routine has no derivative; see {@link Parameter}. */
    public External readsConstant(String parameter, Type type) {
        return with(parameter, type, Access.READ, false);
    }

    /** Adds an array that is written with values that carry no derivative; see {@link Parameter}. */
    public External writesConstant(String parameter, Type type) {
        return with(parameter, type, Access.WRITE, false);
    }

    private External with(String parameter, Type type, Access access, boolean differentiable) {
        if (access != Access.READ && !type.isArray()) {
            throw new IllegalArgumentException("parameter " + parameter + " of external routine " + name + " is a "
                    + type + " to be written, expected an array; return a scalar as the result");
        }
        return with(new Parameter(Variable.of(parameter, type), access, differentiable, false));
    }

    private External with(Parameter parameter) {
        requireNew(parameter.name());
        Draft draft = new Draft(this);
        draft.parameters.add(parameter);
        return new External(draft);
    }

    /** Declares the result, a scalar or a new array. */
    public External returns(String result, Type type) {
        if (!results.isEmpty()) {
            throw new IllegalArgumentException("external routine " + name + " returns "
                    + results.get(0).name() + " already, as Java returns one value; write further values to arrays");
        }
        requireNew(result);
        Draft draft = new Draft(this);
        draft.results.add(Variable.of(result, type));
        return new External(draft);
    }

    private void requireNew(String added) {
        if (has(added)) {
            throw new IllegalArgumentException(
                    "external routine " + name + " has two values named " + added + "; rules know them by name");
        }
    }

    /** The code that the interpreter runs. */
    public External computedBy(Routine code) {
        Draft draft = new Draft(this);
        draft.routine = Optional.of(code);
        return new External(draft);
    }

    /** The code that the interpreter runs over complex numbers. */
    public External computedInComplexBy(ComplexRoutine code) {
        Draft draft = new Draft(this);
        draft.complexRoutine = Optional.of(code);
        return new External(draft);
    }

    /**
     * The static method that generated code calls, with the declared parameters and result.
     *
     * @param type the binary name of its class, such as {@code com.acme.Splines$Cubic}
     * @param methodName the name of the method
     */
    public External method(String type, String methodName) {
        Draft draft = new Draft(this);
        draft.method = Optional.of(new Method(type, methodName));
        return new External(draft);
    }

    /** The static method that generated code calls, with the declared parameters and result. */
    public External method(Class<?> type, String methodName) {
        return method(type.getName(), methodName);
    }

    /**
     * The static final field that generated code reads: the routine takes nothing and gives its value.
     * An array must not be written by the program.
     *
     * @param type the binary name of its class, such as {@code com.acme.Splines$Cubic}
     * @param fieldName the name of the field
     */
    public External field(String type, String fieldName) {
        if (!parameters.isEmpty() || results.isEmpty()) {
            throw new IllegalArgumentException("external routine " + name + " takes " + parameters.size()
                    + " arguments and gives " + results.size() + " results, expected none and one for a field");
        }
        Draft draft = new Draft(method(type, fieldName));
        draft.field = true;
        return new External(draft);
    }

    /** Declares a rule that computes tangents of outputs from those of inputs; it is called after the routine. */
    public External tangent(Supplier<Rule> rule) {
        Draft draft = new Draft(this);
        draft.tangents.add(rule);
        return new External(draft);
    }

    /** Declares a rule that computes adjoints of inputs from those of outputs. */
    public External adjoint(Supplier<Rule> rule) {
        Draft draft = new Draft(this);
        draft.adjoints.add(rule);
        return new External(draft);
    }

    /**
     * Declares a rule that computes the partial derivative of a real result by a real parameter,
     * for both modes.
     *
     * @param rule takes values by their names, as all rules; its result is the derivative
     */
    public External partial(String parameter, Supplier<Rule> rule) {
        Parameter by = parameters.stream()
                .filter(p -> p.name().equals(parameter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("external routine " + name + " has no parameter "
                        + parameter + ", expected one of "
                        + parameters.stream().map(Parameter::name).toList()));
        if (!by.type().isReal()) {
            throw new IllegalArgumentException("parameter " + parameter + " of external routine " + name + " is a "
                    + by.type() + ", expected a double; declare a tangent or an adjoint rule");
        }
        Draft draft = new Draft(this);
        draft.partials.put(parameter, Objects.requireNonNull(rule));
        return new External(draft);
    }

    @Override
    public String name() {
        return name;
    }

    /** Whether it does nothing but compute its outputs. */
    public boolean isPure() {
        return pure;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    /** The result, if there is one. */
    public List<Variable> results() {
        return results;
    }

    public Optional<Routine> routine() {
        return routine;
    }

    public Optional<ComplexRoutine> complexRoutine() {
        return complexRoutine;
    }

    public Optional<Method> method() {
        return method;
    }

    /** Whether {@link #method} names a field that is read rather than a method that is called. */
    public boolean isField() {
        return field;
    }

    /** Rules that give tangents. */
    public List<Rule> tangents() {
        return tangents.stream().map(Supplier::get).toList();
    }

    /** Rules that give adjoints. */
    public List<Rule> adjoints() {
        return adjoints.stream().map(Supplier::get).toList();
    }

    /** Rules that give partial derivatives, by the name of the parameter. */
    public Map<String, Rule> partials() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        partials.forEach((parameter, rule) -> rules.put(parameter, rule.get()));
        return rules;
    }

    /** The name by which rules know the tangent of a parameter or of the result. */
    public String dot(String value) {
        return derived(value, "Dot");
    }

    /** The name by which rules know the adjoint of a parameter or of the result. */
    public String bar(String value) {
        return derived(value, "Bar");
    }

    /** The name by which rules know what an updated array held before the call. */
    public String before(String value) {
        return derived(value, "Before");
    }

    /** The name of a value that belongs to another; with a number if the routine has a value of that name. */
    private String derived(String value, String suffix) {
        String wanted = value + suffix;
        for (int i = 2; has(wanted); i++) {
            wanted = value + suffix + i;
        }
        return wanted;
    }

    private boolean has(String value) {
        return parameters.stream().anyMatch(p -> p.name().equals(value))
                || results.stream().anyMatch(r -> r.name().equals(value));
    }

    @Override
    public String toString() {
        return name;
    }
}
