package org.cotangent.ad.transform.fuzz;

import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Program;

/**
 * A random program and the point at which its derivatives are compared.
 *
 * @param seed gives the same sample again
 * @param independents parameters of the entry that derivatives are taken by
 * @param outputs array parameters of the entry that are only written
 * @param arguments of the entry, in order: boxed scalars and arrays, not to be modified
 * @param constructs what the program contains
 */
public record Sample(
        long seed,
        Program program,
        List<Variable> independents,
        Set<Variable> outputs,
        List<Object> arguments,
        Set<Construct> constructs) {

    Sample withProgram(Program other) {
        return new Sample(seed, other, independents, outputs, arguments, constructs);
    }

    /** Whether values are rounded to float, so that differences see steps. */
    boolean isRounding() {
        return constructs.contains(Construct.FLOAT_ROUNDING)
                || constructs.contains(Construct.FLOAT_ARRAY)
                || program.entry().parameters().stream().anyMatch(p -> p.type().equals(Scope.FLOATS));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("seed " + seed + "L, by " + names(independents));
        if (!outputs.isEmpty()) {
            text.append(", outputs ").append(names(outputs));
        }
        List<Variable> parameters = program.entry().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            text.append("\n  ").append(parameters.get(i).name()).append(" = ");
            text.append(Values.text(arguments.get(i)));
        }
        return text.append('\n').append(program).toString();
    }

    private static List<String> names(Iterable<Variable> variables) {
        List<String> names = new java.util.ArrayList<>();
        variables.forEach(v -> names.add(v.name()));
        return names;
    }
}
