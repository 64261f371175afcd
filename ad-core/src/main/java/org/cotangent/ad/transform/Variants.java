package org.cotangent.ad.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;

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

    /** Notes that a procedure is called unchanged. */
    void keep(String procedure) {
        if (verbatim.add(procedure)) {
            verbatimPending.add(procedure);
        }
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
                    keep(call.procedure());
                }
            });
        }
        return kept;
    }
}
