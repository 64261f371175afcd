package org.cotangent.codegen.parse;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Program;

/**
 * A method read as a program. The entry is named like the method; its parameters are the variables
 * of {@link #parameters}, in order, then the output if the method returns it.
 *
 * @param method where it is declared
 * @param program the method with everything it calls
 * @param parameters as declared
 * @param output what receives the values of a vector function; empty for a scalar one, whose entry
 *     has one real result
 */
public record ParsedMethod(
        ExecutableElement method,
        Program program,
        List<Parameter> parameters,
        Optional<Output> output,
        Set<TypeElement> sources,
        Map<Object, Problem.InTree> origins) {

    public ParsedMethod {
        parameters = List.copyOf(parameters);
        sources = Collections.unmodifiableSet(new LinkedHashSet<>(sources));
        origins = Map.copyOf(origins);
    }

    /**
     * The program with small procedures put where they are called, as is best for derivatives. The
     * {@link #origins} are those of {@link #program}.
     */
    public Program inlined() {
        return Inlining.of(program);
    }

    /** What a parameter is for. */
    public enum Use {
        /** Differentiated by. */
        ACTIVE,
        /** Given, without a derivative. */
        DATA,
        /** Receives the values of a vector function. */
        OUTPUT
    }

    /**
     * A parameter of the method.
     *
     * @param name as declared
     * @param type as declared
     * @param use what it is for
     * @param components what it consists of: itself, or the components of a record, flattened
     */
    public record Parameter(String name, TypeMirror type, Use use, List<Component> components) {

        public Parameter {
            components = List.copyOf(components);
        }
    }

    /**
     * A scalar or an array that a parameter consists of.
     *
     * @param variable the parameter of the entry
     * @param path the accessors that lead to it from the parameter, such as {@code [pose, rotation]};
     *     empty for the parameter itself
     */
    public record Component(Variable variable, List<String> path) {

        public Component {
            path = List.copyOf(path);
        }
    }

    /**
     * What receives the values of a vector function.
     *
     * @param variable a parameter of the entry, of type {@code double[]}
     * @param length how many values there are, in terms of parameters of the entry, if that can be
     *     told before the method runs
     * @param isReturned whether the method returns it, rather than being given it
     */
    public record Output(Variable variable, Optional<Expr> length, boolean isReturned) {}
}
