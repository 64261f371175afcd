package org.cotangent.codegen.emit;

import java.util.LinkedHashSet;
import java.util.Set;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/** The counters of the loops of a procedure. */
final class Counters {

    private Counters() {}

    static Set<Variable> of(Procedure procedure) {
        Set<Variable> counters = new LinkedHashSet<>();
        collect(procedure.body(), counters);
        return counters;
    }

    private static void collect(Statement statement, Set<Variable> counters) {
        if (statement instanceof Statement.For loop) {
            counters.add(loop.counter());
        }
        Blocks.of(statement).forEach(block -> block.statements().forEach(s -> collect(s, counters)));
    }
}
