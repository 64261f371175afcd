package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;

/**
 * A program with what each of its entry's parameters and results means for the function that it
 * was derived from.
 *
 * @param program the program
 * @param parameters one slot for each parameter of its entry, in order
 * @param results one slot for each result of its entry, in order
 */
public record Derivation(Program program, List<Slot> parameters, List<Slot> results) {

    /** What a parameter or result holds. */
    public enum Role {
        /** A value of the function itself. */
        PRIMAL,
        /** The derivative of the value along the direction. */
        TANGENT,
        /** The derivative of the (weighted) result by the value. */
        ADJOINT,
        /** The derivative of the adjoint along the direction. */
        ADJOINT_TANGENT
    }

    /**
     * A parameter or result.
     *
     * @param variable itself
     * @param of the function's own variable that it belongs to
     * @param role what it holds of that variable
     */
    public record Slot(Variable variable, Variable of, Role role) {}

    public Derivation {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
    }

    /** A function itself. */
    public static Derivation primal(Program program) {
        return of(program, program.entry(), Map.of());
    }

    /**
     * @param program the program, cleaned, which may return another register than it was made to
     * @param made its entry as it was made
     * @param shadows slots of the variables that hold derivatives
     */
    static Derivation of(Program program, Procedure made, Map<Variable, Slot> shadows) {
        Procedure entry = program.entry();
        return new Derivation(
                program,
                slots(entry.parameters(), made.parameters(), shadows),
                slots(entry.results(), made.results(), shadows));
    }

    private static List<Slot> slots(List<Variable> variables, List<Variable> made, Map<Variable, Slot> shadows) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            Slot slot = shadows.getOrDefault(made.get(i), new Slot(made.get(i), made.get(i), Role.PRIMAL));
            slots.add(new Slot(variables.get(i), slot.of(), slot.role()));
        }
        return slots;
    }

    /** The slots that hold derivatives, by their variables. */
    Map<Variable, Slot> shadows() {
        Map<Variable, Slot> shadows = new HashMap<>();
        parameters.forEach(s -> shadows.put(s.variable(), s));
        results.forEach(s -> shadows.put(s.variable(), s));
        return shadows;
    }

    /** Whether the entry has a parameter of that role for a variable. */
    public boolean hasParameter(Variable of, Role role) {
        return parameters.stream().anyMatch(s -> s.of() == of && s.role() == role);
    }
}
