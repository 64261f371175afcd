package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /** A transform that was applied. */
    public enum Kind {
        TANGENT,
        ADJOINT
    }

    /**
     * One derivative taken.
     *
     * @param number of the transform among those of its kind, from 0: tangents of one number belong
     *     to one direction
     */
    public record Step(Kind kind, int number) {

        /** Such as {@code tangent 1}. */
        @Override
        public String toString() {
            return kind.name().toLowerCase(java.util.Locale.ROOT) + " " + number;
        }
    }

    /**
     * How a parameter or result came about: the derivatives taken of a value, in order. The tangent
     * of the adjoint along the second direction is (adjoint 0, tangent 1).
     */
    public record Path(List<Step> steps) {

        /** Of a value of the function itself. */
        public static final Path PRIMAL = new Path(List.of());

        public Path {
            steps = List.copyOf(steps);
        }

        Path then(Step step) {
            List<Step> longer = new ArrayList<>(steps);
            longer.add(step);
            return new Path(longer);
        }

        private Role role() {
            for (Role role : Role.values()) {
                if (role.path.equals(steps)) {
                    return role;
                }
            }
            return Role.FURTHER;
        }
    }

    /** What a parameter or result of a derivative of first or second order holds. */
    public enum Role {
        /** A value of the function itself. */
        PRIMAL(List.of()),
        /** The derivative of the value along the direction. */
        TANGENT(List.of(new Step(Kind.TANGENT, 0))),
        /** The derivative of the (weighted) result by the value. */
        ADJOINT(List.of(new Step(Kind.ADJOINT, 0))),
        /** The derivative of the adjoint along the direction. */
        ADJOINT_TANGENT(List.of(new Step(Kind.ADJOINT, 0), new Step(Kind.TANGENT, 0))),
        /** Anything else, such as what belongs to a second direction; {@link Slot#path} tells. */
        FURTHER(List.of(new Step(Kind.TANGENT, -1)));

        private final List<Step> path;

        Role(List<Step> path) {
            this.path = path;
        }

        /** How a slot came about that holds this along one of several directions. */
        public Path along(int direction) {
            return new Path(path.stream()
                    .map(step -> step.kind() == Kind.TANGENT ? new Step(Kind.TANGENT, direction) : step)
                    .toList());
        }
    }

    /**
     * A parameter or result.
     *
     * @param variable itself
     * @param of the function's own variable that it belongs to
     * @param path what it holds of that variable
     */
    public record Slot(Variable variable, Variable of, Path path) {

        /** What it holds, in one word. */
        public Role role() {
            return path.role();
        }
    }

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
            Slot slot = shadows.getOrDefault(made.get(i), new Slot(made.get(i), made.get(i), Path.PRIMAL));
            slots.add(new Slot(variables.get(i), slot.of(), slot.path()));
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

    /** The step that a further transform of a kind is. */
    Step next(Kind kind) {
        int number = Stream.concat(parameters.stream(), results.stream())
                .flatMap(s -> s.path().steps().stream())
                .filter(s -> s.kind() == kind)
                .mapToInt(Step::number)
                .max()
                .orElse(-1);
        return new Step(kind, number + 1);
    }

    /** Whether the entry has a parameter of that role for a variable. */
    public boolean hasParameter(Variable of, Role role) {
        return parameters.stream().anyMatch(s -> s.of() == of && s.role() == role);
    }
}
