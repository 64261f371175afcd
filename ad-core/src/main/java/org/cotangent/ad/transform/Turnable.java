package org.cotangent.ad.transform;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Rule;
import org.cotangent.ad.ir.Statement;

/**
 * Tells whether a rule can be turned around: not if the routine updates an array in place, and not if that
 * needs the same rule turned around, as for a linear routine whose tangent rule is a call of the routine.
 */
final class Turnable {

    private Turnable() {}

    static boolean tangent(External external, Program rule) {
        return isPossible(external) && tangent(external, rule, Set.of());
    }

    static boolean adjoint(External external, Program rule) {
        Set<String> bars = new HashSet<>();
        external.parameters().stream()
                .filter(External.Parameter::isOutput)
                .forEach(p -> bars.add(external.bar(p.name())));
        external.results().forEach(r -> bars.add(external.bar(r.name())));
        return isPossible(external)
                && needed(rule, bars).filter(all -> isFree(all, Set.of())).isPresent();
    }

    private static boolean isPossible(External external) {
        return external.parameters().stream().noneMatch(p -> p.access() == External.Access.UPDATE);
    }

    private static boolean tangent(External external, Program rule, Set<Object> open) {
        Set<Object> more = new HashSet<>(open);
        more.add(identity(external));
        Set<String> dots = new HashSet<>();
        external.parameters().stream()
                .filter(External.Parameter::isInput)
                .forEach(p -> dots.add(external.dot(p.name())));
        return needed(rule, dots).filter(all -> isFree(all, more)).isPresent();
    }

    /** Calls of one method are calls of one routine. */
    private static Object identity(External external) {
        return external.method().<Object>map(m -> m).orElse(external);
    }

    private static boolean isFree(List<External> called, Set<Object> open) {
        for (External external : called) {
            if (open.contains(identity(external))) {
                return false;
            }
            boolean isTurned =
                    external.adjoints().isEmpty() && external.partials().isEmpty();
            for (Rule rule : isTurned ? external.tangents() : List.<Rule>of()) {
                if (rule instanceof Rule.Body body && !tangent(external, body.program(), open)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The routines that a rule gives something that depends on what it is linear in; empty if it takes none of that. */
    private static Optional<List<External>> needed(Program rule, Set<String> linear) {
        Program normal = Masks.checked(rule);
        List<Variable> inputs = normal.entry().parameters().stream()
                .filter(p -> linear.contains(p.name()))
                .toList();
        if (inputs.isEmpty()) {
            return Optional.empty();
        }
        Activities activities = Activities.of(normal, Masks.of(normal.entry(), inputs));
        Set<External> called = new HashSet<>();
        for (Procedure procedure : normal.procedures()) {
            for (BitSet active : activities.masks(procedure.name())) {
                Activity activity = activities.of(procedure.name(), active);
                Walk.statements(procedure.body(), statement -> {
                    if (statement instanceof Statement.Call call
                            && call.callee() instanceof External external
                            && !activity.mask(call).isEmpty()) {
                        called.add(external);
                    }
                });
            }
        }
        return Optional.of(List.copyOf(called));
    }
}
