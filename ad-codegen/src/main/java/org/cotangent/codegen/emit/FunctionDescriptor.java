package org.cotangent.codegen.emit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.cotangent.ad.annotation.Form;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Program;
import org.cotangent.codegen.emit.Structure.Single;

/**
 * A function whose derivatives are to be written, whatever it was described by: a graph or a
 * method. Everything is decided here; writers only write.
 *
 * @param name a Java identifier, the name of the program's entry; methods are named after it
 * @param reference what Javadoc calls the function, such as {@code {@link Model#misfit}}
 * @param isPublic whether its methods are public, as their class has to be then; otherwise they are
 *     seen in their package
 * @param program its entry takes the values of all parameters in order, then the output if that is
 *     no parameter; the entry of a scalar function has one real result, that of a vector function none
 * @param parameters as people pass them
 * @param output what receives the values of a vector function; empty for a scalar one
 * @param forms what is to be written
 */
public record FunctionDescriptor(
        String name,
        String reference,
        boolean isPublic,
        Program program,
        List<Parameter> parameters,
        Optional<Output> output,
        Set<Form> forms) {

    /** What a parameter is for. */
    public enum Use {
        /** Differentiated by, as far as it can carry derivatives. */
        ACTIVE,
        /** Given, without a derivative. */
        DATA,
        /** Receives the values of a vector function. */
        OUTPUT
    }

    /**
     * A parameter as people pass it.
     *
     * @param name a Java identifier
     */
    public record Parameter(String name, Use use, Structure structure) {

        /** The values in it, with Java text that reads them. */
        List<Structure.Place> places() {
            return structure.places(ExpressionPrinter.escaped(name));
        }

        private List<Single> singles() {
            return places().stream().map(Structure.Place::single).toList();
        }
    }

    /**
     * What receives the values of a vector function.
     *
     * @param variable a parameter of the entry, of type {@code double[]}
     * @param length how many values there are, in terms of other parameters of the entry, if that can
     *     be told before the function runs
     */
    public record Output(Variable variable, Optional<Expr> length) {}

    public FunctionDescriptor {
        parameters = List.copyOf(parameters);
        forms = inOrder(forms);
        List<Variable> taken = new ArrayList<>();
        parameters.forEach(p -> p.singles().forEach(single -> taken.add(single.variable())));
        output.map(Output::variable).filter(out -> !taken.contains(out)).ifPresent(taken::add);
        if (!program.entry().parameters().equals(taken)) {
            throw new IllegalArgumentException("the program of function " + name + " takes "
                    + program.entry().parameters() + ", expected " + taken
                    + ", the values of its parameters in order and its output last");
        }
    }

    /** A set whose order does not change from run to run. */
    private static Set<Form> inOrder(Set<Form> forms) {
        Set<Form> copy = EnumSet.noneOf(Form.class);
        copy.addAll(forms);
        return Collections.unmodifiableSet(copy);
    }

    /** The forms that exist for a method. */
    public static Set<Form> formsOfMethod(boolean isVector) {
        return isVector
                ? EnumSet.of(Form.VALUE, Form.JVP, Form.VJP, Form.JACOBIAN, Form.HESSIAN_VECTOR_PRODUCT)
                : EnumSet.of(Form.VALUE, Form.GRADIENT, Form.JVP, Form.HESSIAN_VECTOR_PRODUCT);
    }

    /** What it is differentiated by, in the order of the flat point. */
    List<Single> active() {
        return singles(Use.ACTIVE).stream().filter(Single::isDifferentiable).toList();
    }

    /** What is given, in order. */
    List<Single> data() {
        List<Single> data = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (parameter.use() != Use.OUTPUT) {
                parameter.singles().stream()
                        .filter(single -> parameter.use() == Use.DATA || !single.isDifferentiable())
                        .forEach(data::add);
            }
        }
        return data;
    }

    private List<Single> singles(Use use) {
        return parameters.stream()
                .filter(parameter -> parameter.use() == use)
                .flatMap(parameter -> parameter.singles().stream())
                .toList();
    }

    List<Variable> activeVariables() {
        return active().stream().map(Single::variable).toList();
    }

    /** The parameters of the entry without the output. */
    List<Variable> inputs() {
        List<Variable> inputs = new ArrayList<>(program.entry().parameters());
        output.ifPresent(out -> inputs.remove(out.variable()));
        return inputs;
    }

    /** Whether people say how many values there are, by the length of the array they pass. */
    boolean isOutputGiven() {
        return parameters.stream().anyMatch(parameter -> parameter.use() == Use.OUTPUT);
    }

    /**
     * Whether what the array for its values held before may show in them, as the function reads it or need
     * not assign every element.
     */
    boolean startsFromOutput() {
        return isOutputGiven()
                || output.filter(out -> OutputReads.of(program.entry().body(), out.variable()))
                        .isPresent();
    }

    /** The modifiers of its methods. */
    List<Modifier> access() {
        return isPublic ? List.of(Modifier.PUBLIC) : List.of();
    }

    boolean isVector() {
        return output.isPresent();
    }

    boolean wants(Form form) {
        return forms.contains(form);
    }

    /** Whether the forms are those that a function object needs. */
    boolean isObject() {
        return forms.containsAll(
                isVector() ? Set.of(Form.VALUE, Form.JVP, Form.VJP) : Set.of(Form.VALUE, Form.GRADIENT));
    }
}
