package org.cotangent.codegen.emit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.ir.Callee.Internal;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/** Which procedures of a program work in a workspace, themselves or through what they call. */
final class WorkspaceNeed {

    private final Set<String> needing = new HashSet<>();
    private final Map<String, Set<String>> calls = new HashMap<>();

    private final Preparation preparation;

    private WorkspaceNeed(Preparation preparation) {
        this.preparation = preparation;
    }

    static Set<String> of(Preparation preparation) {
        WorkspaceNeed need = new WorkspaceNeed(preparation);
        for (Procedure procedure : preparation.all()) {
            need.calls.put(procedure.name(), new HashSet<>());
            need.visit(procedure.name(), procedure.body());
            if (procedure.results().size() > 1) {
                need.needing.add(procedure.name());
            }
        }
        while (need.spread()) {}
        return need.needing;
    }

    private void visit(String procedure, Statement statement) {
        if (statement instanceof Statement.Save || statement instanceof Statement.Restore) {
            needing.add(procedure);
        } else if (statement instanceof Statement.Allocate allocate
                && (preparation.scratch().contains(allocate.target())
                        || preparation.reused().contains(allocate))) {
            needing.add(procedure);
        } else if (statement instanceof Statement.Call call && call.callee() instanceof Internal callee) {
            Known.of(calls, procedure).add(callee.name());
        }
        for (Statement.Block block : Blocks.of(statement)) {
            block.statements().forEach(s -> visit(procedure, s));
        }
    }

    /** Passes the need on to callers once; gives whether that changed anything. */
    private boolean spread() {
        boolean changed = false;
        for (Map.Entry<String, Set<String>> caller : calls.entrySet()) {
            if (caller.getValue().stream().anyMatch(needing::contains)) {
                changed |= needing.add(caller.getKey());
            }
        }
        return changed;
    }
}
