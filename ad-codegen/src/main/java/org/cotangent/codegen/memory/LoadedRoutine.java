package org.cotangent.codegen.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.cotangent.ad.eval.RoutineCompiler;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.runtime.Routine;
import org.cotangent.ad.transform.Derivation;

/**
 * A routine with what its parameters mean, by number: it serves functions whose variables are
 * others, and must not keep the graph of the first one in memory.
 */
record LoadedRoutine(Routine routine, List<Part> parameters, List<Part> results) {

    /** The number of something that belongs to no variable of the function. */
    private static final int NONE = -1;

    /**
     * A parameter or result.
     *
     * @param owner number of the variable of the function that it belongs to
     */
    private record Part(String name, Type type, int owner, Derivation.Path path) {

        static Part of(Derivation.Slot slot, List<Variable> variables) {
            Variable variable = slot.variable();
            return new Part(variable.name(), variable.type(), variables.indexOf(slot.of()), slot.path());
        }

        Derivation.Slot slot(List<Variable> variables) {
            Variable variable = Variable.of(name, type);
            return new Derivation.Slot(variable, owner == NONE ? variable : variables.get(owner), path);
        }
    }

    /** Loads a class as a hidden one, which goes when nobody uses it any more. */
    static LoadedRoutine of(byte[] classFile, List<External> externals, Program function, Derivation derivation) {
        List<Variable> variables = function.entry().parameters();
        return new LoadedRoutine(
                instance(classFile, externals),
                derivation.parameters().stream().map(s -> Part.of(s, variables)).toList(),
                derivation.results().stream().map(s -> Part.of(s, variables)).toList());
    }

    private static Routine instance(byte[] classFile, List<External> externals) {
        try {
            MethodHandles.Lookup hidden = MethodHandles.lookup()
                    .defineHiddenClassWithClassData(classFile, externals.toArray(External[]::new), true);
            return (Routine) hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (RuntimeException | Error problem) {
            throw problem;
        } catch (Throwable problem) {
            throw new IllegalStateException(
                    "cannot load the compiled class: " + problem
                            + "; this is a fault of the generator, please report it",
                    problem);
        }
    }

    /** The routine as one of a function of the same structure. */
    RoutineCompiler.Compiled of(Program function) {
        List<Variable> variables = function.entry().parameters();
        return new RoutineCompiler.Compiled(
                routine,
                parameters.stream().map(p -> p.slot(variables)).toList(),
                results.stream().map(p -> p.slot(variables)).toList());
    }
}
