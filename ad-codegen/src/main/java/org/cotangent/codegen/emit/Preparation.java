package org.cotangent.codegen.emit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Callee.Internal;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;

/**
 * A program made ready to be written: every procedure one that Java accepts and HotSpot compiles.
 *
 * @param groups for each procedure of the program, by name: itself as it is to be written, then the
 *     parts it was split into
 * @param scratch arrays that come from the workspace
 * @param reused statements that take an array from the workspace rather than make one
 * @param numbered names of procedures with so many registers that their names would fill the class
 *     file
 */
record Preparation(
        Map<String, List<Procedure>> groups,
        Set<Variable> scratch,
        Set<Statement.Allocate> reused,
        Set<String> numbered) {

    /** Of the 65,535 constants of a class file, debug information takes one for each name of a local. */
    private static final int MANY_NAMES = 5_000;

    static Preparation of(Program program, Budget budget) {
        Set<String> taken = new HashSet<>();
        program.procedures().forEach(p -> taken.add(p.name()));
        Map<String, List<Procedure>> groups = new LinkedHashMap<>();
        Set<Variable> scratch = new HashSet<>();
        Set<String> numbered = new HashSet<>();
        Set<Statement.Allocate> reused = Set.of();
        for (Procedure procedure : program.procedures()) {
            Procedure clean = Flattening.of(Comments.once(Reachability.of(procedure)));
            boolean recursive = callees(clean, program).contains(procedure);
            List<Procedure> pieces = Outlining.of(clean, budget.loopBytes(), taken);
            pieces.forEach(p -> taken.add(p.name()));
            List<Procedure> group = new ArrayList<>();
            for (Procedure piece : pieces) {
                Splitting splitting = Splitting.of(piece, budget, recursive, taken);
                splitting.procedures().forEach(p -> taken.add(p.name()));
                group.addAll(splitting.procedures());
                scratch.addAll(splitting.scratch());
            }
            groups.put(procedure.name(), group);
            if (procedure == program.entry() && !recursive && group.get(0) == pieces.get(0)) {
                reused = ReusedArrays.of(clean);
            }
            if (Usage.of(clean.body(), List.of()).all().size() > MANY_NAMES) {
                group.forEach(p -> numbered.add(p.name()));
            }
        }
        return new Preparation(groups, scratch, reused, numbered);
    }

    List<Procedure> all() {
        return groups.values().stream().flatMap(List::stream).toList();
    }

    /** The procedures that one calls, directly or not; itself among them if it is recursive. */
    static Set<Procedure> callees(Procedure procedure, Program program) {
        Set<Procedure> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Procedure> pending = new ArrayDeque<>(List.of(procedure));
        while (!pending.isEmpty()) {
            List<String> names = new ArrayList<>();
            calls(pending.pop().body(), names);
            for (String name : names) {
                Procedure callee = program.procedure(name);
                if (found.add(callee)) {
                    pending.add(callee);
                }
            }
        }
        return found;
    }

    private static void calls(Statement statement, List<String> names) {
        if (statement instanceof Statement.Call call && call.callee() instanceof Internal procedure) {
            names.add(procedure.name());
        }
        Blocks.of(statement).forEach(block -> block.statements().forEach(s -> calls(s, names)));
    }
}
