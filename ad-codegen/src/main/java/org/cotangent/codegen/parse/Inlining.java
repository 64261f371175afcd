package org.cotangent.codegen.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.ir.Callee;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;

/**
 * Puts small procedures where they are called, so that their values need no tapes between the two
 * sweeps of a derivative, and loops that call them can be seen to have independent turns.
 *
 * <p>Only for programs that assign every register before they read it, as javac makes sure.
 */
final class Inlining {

    /** Longer procedures, in statements, are called: what a call costs is little beside them. */
    private static final int LARGEST_CALLEE = 60;

    /** A procedure does not grow beyond this, so that methods stay in reach of the JIT compiler. */
    private static final int LARGEST_CALLER = 400;

    private final Program program;
    private final Map<String, Procedure> done = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> recursive = new HashSet<>();

    private Inlining(Program program) {
        this.program = program;
    }

    static Program of(Program program) {
        Inlining inlining = new Inlining(program);
        Procedure entry = inlining.inlined(program.entry());
        Set<String> needed = new LinkedHashSet<>();
        inlining.reach(entry, needed);
        needed.remove(entry.name());
        return Program.of(entry, needed.stream().map(inlining::required).toList());
    }

    private Procedure required(String name) {
        Procedure procedure = done.get(name);
        return procedure == null ? program.procedure(name) : procedure;
    }

    private void reach(Procedure procedure, Set<String> needed) {
        if (needed.add(procedure.name())) {
            calls(procedure.body()).forEach(call -> reach(required(call.callee().name()), needed));
        }
    }

    private static List<Statement.Call> calls(Statement statement) {
        List<Statement.Call> calls = new ArrayList<>();
        Copying.walk(statement, s -> {
            if (s instanceof Statement.Call call && call.callee() instanceof Callee.Internal) {
                calls.add(call);
            }
        });
        return calls;
    }

    private static int size(Procedure procedure) {
        int[] count = {0};
        Copying.walk(procedure.body(), s -> {
            if (!(s instanceof Statement.Comment) && !(s instanceof Statement.Block)) {
                count[0]++;
            }
        });
        return count[0];
    }

    private Procedure inlined(Procedure procedure) {
        Procedure known = done.get(procedure.name());
        if (known != null) {
            return known;
        }
        open.add(procedure.name());
        Map<String, Procedure> callees = new HashMap<>();
        for (Statement.Call call : calls(procedure.body())) {
            String name = call.callee().name();
            if (open.contains(name)) {
                recursive.add(name);
            } else {
                callees.put(name, inlined(program.procedure(name)));
            }
        }
        open.remove(procedure.name());
        Procedure result = replaced(procedure, callees);
        done.put(procedure.name(), result);
        return result;
    }

    private Procedure replaced(Procedure procedure, Map<String, Procedure> callees) {
        int[] size = {size(procedure)};
        Set<String> labels = new HashSet<>(Copying.labels(procedure.body()));
        return procedure.withBody(Copying.replacingCalls(procedure.body(), call -> {
            Procedure callee = callees.get(call.callee().name());
            if (callee == null || recursive.contains(callee.name())) {
                return List.of(call);
            }
            int added = size(callee);
            if (added > LARGEST_CALLEE || size[0] + added > LARGEST_CALLER) {
                return List.of(call);
            }
            size[0] += added;
            return new Inlined(callee, call, labels).statements();
        }));
    }
}
