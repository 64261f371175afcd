package org.cotangent.ad.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotangent.ad.ir.Callee;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Rule;

/**
 * The derivative procedures a program needs: one for each callee, kind of derivative and set of
 * active parameters, made when first asked for.
 */
final class Variants {

    /** A wanted derivative of a callee. */
    record Wanted(String procedure, BitSet mask, String kind) {}

    private final Map<Wanted, String> names = new HashMap<>();
    private final Deque<Wanted> pending = new ArrayDeque<>();
    private final Set<String> verbatim = new HashSet<>();
    private final Deque<String> verbatimPending = new ArrayDeque<>();
    private final Map<External, Rules> rules = new HashMap<>();
    private final Map<Rule, Optional<Rule>> turned = new HashMap<>();
    private final Map<Program, String> included = new IdentityHashMap<>();
    private final List<Procedure> includedProcedures = new ArrayList<>();
    private final Names taken;

    Variants(Program program) {
        taken = new Names(program.procedures().stream().map(Procedure::name).toList());
    }

    /** The name under which the derivative of a callee will be found. */
    String name(String procedure, BitSet mask, String kind) {
        Wanted wanted = new Wanted(procedure, (BitSet) mask.clone(), kind);
        String name = names.get(wanted);
        if (name == null) {
            name = taken.fresh(procedure + kind);
            names.put(wanted, name);
            pending.add(wanted);
        }
        return name;
    }

    String fresh(String wish) {
        return taken.fresh(wish);
    }

    /** Notes that something is called unchanged. */
    void keep(Callee callee) {
        if (callee instanceof Callee.Internal && verbatim.add(callee.name())) {
            verbatimPending.add(callee.name());
        }
    }

    /** The rules of an external routine, the same each time. */
    Rules rules(External external) {
        return rules.computeIfAbsent(external, Rules::of);
    }

    /** The adjoint rules that the tangent rules of a routine make. */
    List<Rule> turnedTangents(External external) {
        return rules(external).tangents().stream()
                .flatMap(rule -> turned.computeIfAbsent(rule, r -> Transposition.ofTangent(external, r)).stream())
                .toList();
    }

    /** The tangent rules that the adjoint rules of a routine make. */
    List<Rule> turnedAdjoints(External external) {
        return rules(external).adjoints().stream()
                .flatMap(rule -> turned.computeIfAbsent(rule, r -> Transposition.ofAdjoint(external, r)).stream())
                .toList();
    }

    /** Takes a rule's procedures into the derivative; gives the name of its entry there. */
    String include(Program rule) {
        String known = included.get(rule);
        if (known != null) {
            return known;
        }
        Map<String, String> renamed = new HashMap<>();
        rule.procedures().forEach(p -> renamed.put(p.name(), taken.fresh(p.name())));
        Program normal = Masks.checked(rule);
        normal.procedures().forEach(p -> includedProcedures.add(Renaming.of(p, renamed)));
        String entry = renamed.getOrDefault(rule.entry().name(), rule.entry().name());
        included.put(rule, entry);
        return entry;
    }

    boolean isPending() {
        return !pending.isEmpty();
    }

    Wanted next() {
        return pending.remove();
    }

    /** The procedures that are called unchanged, with all they call. */
    List<Procedure> kept(Program program) {
        List<Procedure> kept = new ArrayList<>();
        while (!verbatimPending.isEmpty()) {
            Procedure procedure = program.procedure(verbatimPending.remove());
            kept.add(procedure);
            Walk.statements(procedure.body(), statement -> {
                if (statement instanceof org.cotangent.ad.ir.Statement.Call call) {
                    keep(call.callee());
                }
            });
        }
        kept.addAll(includedProcedures);
        return kept;
    }
}
