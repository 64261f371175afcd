package org.cotangent.ad.eval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.transform.Derivation.Role;
import org.cotangent.ad.transform.Derivation.Slot;

/**
 * Value and gradient of long straight-line code, ready to be run: the reverse sweep is appended to the
 * register code itself, without a derived program in between. What takes transforms seconds for some
 * hundred thousand operations takes this a fraction of one; the sums are those of {@code
 * Derivatives.gradient}, up to the order of their terms within a statement.
 *
 * @param interpreter runs it
 * @param parameters one slot for each parameter, in order
 * @param results the value, then the adjoints of independent scalars
 */
public record StraightGradient(Interpreter interpreter, List<Slot> parameters, List<Slot> results) {

    public StraightGradient {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
    }

    /**
     * The gradient of a program that is one procedure without jumps, calls and stores, whose real
     * registers are assigned once.
     *
     * @param independents parameters to differentiate by
     * @return empty if the program is of another kind, or has fewer statements
     */
    public static Optional<StraightGradient> of(
            Program program, Collection<Variable> independents, int fewestStatements) {
        Procedure entry = program.entry();
        List<Statement> statements = entry.body().statements();
        boolean straight = statements.size() >= fewestStatements
                && program.callees().isEmpty()
                && entry.results().size() == 1
                && entry.results().get(0).type().isReal()
                && statements.stream().allMatch(StraightGradient::isPlain);
        return straight ? new Signature(entry, independents).gradient() : Optional.empty();
    }

    private static boolean isPlain(Statement statement) {
        return statement instanceof Statement.Comment
                || (statement instanceof Statement.Assign assign
                        && !assign.guarded()
                        && !assign.target().type().isArray());
    }

    /** The procedure's parameters with their adjoints, and what it returns. */
    private static final class Signature {

        private final Procedure entry;
        private final List<Slot> parameters = new ArrayList<>();
        private final List<Slot> results = new ArrayList<>();
        private final List<ReverseSweep.Shadow> shadows = new ArrayList<>();

        Signature(Procedure entry, Collection<Variable> independents) {
            this.entry = entry;
            results.add(primal(
                    Variable.of("value", entry.results().get(0).type()),
                    entry.results().get(0)));
            for (Variable parameter : entry.parameters()) {
                parameters.add(primal(parameter, parameter));
                if (independents.contains(parameter)) {
                    add(parameter);
                }
            }
        }

        private void add(Variable parameter) {
            Variable bar =
                    Variable.of(parameter.name() + "Bar", parameter.type().shadow());
            Slot slot = new Slot(bar, parameter, Role.ADJOINT.along(0));
            (parameter.type().isArray() ? parameters : results).add(slot);
            shadows.add(new ReverseSweep.Shadow(parameter, bar));
        }

        private static Slot primal(Variable variable, Variable of) {
            return new Slot(variable, of, Role.PRIMAL.along(0));
        }

        Optional<StraightGradient> gradient() {
            if (shadows.stream().anyMatch(s -> s.of().type().rank() > 1)) {
                return Optional.empty();
            }
            Procedure made =
                    new Procedure(entry.name() + "Gradient", variables(parameters), variables(results), entry.body());
            ProgramCompiler program = ProgramCompiler.of(Program.of(made));
            return ProcedureCompiler.gradient(made, entry.results().get(0), shadows, program)
                    .map(body -> new StraightGradient(
                            new Interpreter(program.executable(List.of(body))), parameters, results));
        }

        private static List<Variable> variables(List<Slot> slots) {
            return slots.stream().map(Slot::variable).toList();
        }
    }
}
