package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Site;

/**
 * Deletes what nobody reads: assignments, stores, loops, and pairs of save and restore whose value
 * is not used. The last is the "to be recorded" analysis of reverse mode, in the form of liveness.
 *
 * <p>Deleting a statement also deletes an exception that it would have thrown; {@code throw}
 * statements and calls that store are always kept.
 */
final class DeadCode {

    private DeadCode() {}

    /**
     * @param outputs array parameters of the entry that need not be put back; see {@link Adjoint}
     * @param putBack registers whose stores put memory back to what it held
     */
    static Program of(Program program, Collection<Variable> outputs, Set<Variable> putBack) {
        Memory memory = Memory.of(program);
        Set<Site> liveSites = new HashSet<>();
        List<Procedure> cleaned;
        int known;
        do {
            known = liveSites.size();
            cleaned = new ArrayList<>();
            for (Procedure procedure : program.procedures()) {
                boolean entry = procedure == program.entry();
                cleaned.add(Liveness.clean(
                        procedure, entry, entry ? Set.copyOf(outputs) : Set.of(), memory, liveSites, putBack));
            }
        } while (liveSites.size() > known);
        return Program.of(cleaned.get(0), cleaned.subList(1, cleaned.size()));
    }
}
