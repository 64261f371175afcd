package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Callee;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;

/** Finds outputs whose earlier contents a reverse sweep still has to put back. */
final class PutBack {

    private PutBack() {}

    /** @param registers whose stores put memory back */
    static List<Variable> of(Program program, Collection<Variable> outputs, Set<Variable> registers) {
        if (outputs.isEmpty()) {
            return List.of();
        }
        Memory memory = Memory.of(program);
        Procedure entry = program.entry();
        Aliases aliases = Aliases.of(entry, memory);
        Set<Object> putBack = new HashSet<>();
        Walk.statements(entry.body(), statement -> {
            if (statement instanceof Statement.Store store
                    && store.value() instanceof Variable old
                    && registers.contains(old)) {
                putBack.add(aliases.classOf(store.array()));
            } else if (statement instanceof Statement.Call call && call.callee() instanceof Callee.Internal) {
                putBack.addAll(Effects.storedBy(call, memory, aliases));
            }
        });
        List<Variable> found = new ArrayList<>(outputs);
        found.removeIf(output -> !putBack.contains(aliases.classOf((Object) output)));
        return found;
    }
}
