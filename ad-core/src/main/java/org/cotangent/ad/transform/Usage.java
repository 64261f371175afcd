package org.cotangent.ad.transform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/** How often variables are assigned and read, and what memory is stored into, in a piece of program. */
final class Usage {

    private final Map<Variable, Integer> assignments = new HashMap<>();
    private final Map<Variable, Integer> reads = new HashMap<>();
    private final Map<Variable, Integer> counts = new HashMap<>();

    private Usage() {}

    /**
     * Of a procedure: parameters count as assigned once more, results as read once more. So do, as
     * assigned, registers that may be read before they are, as they hold 0 then.
     */
    static Usage of(Procedure procedure) {
        Usage usage = new Usage();
        procedure.parameters().forEach(p -> usage.assignments.merge(p, 1, Integer::sum));
        Walk.statements(procedure.body(), statement -> {
            Walk.expressions(statement, e -> Reads.variables(e, v -> usage.assignments.putIfAbsent(v, 1)));
            usage.add(statement);
        });
        procedure.results().forEach(r -> usage.reads.merge(r, 1, Integer::sum));
        return usage;
    }

    /** Of a block with all that is nested in it. */
    static Usage of(Statement.Block block) {
        Usage usage = new Usage();
        Walk.statements(block, statement -> usage.add(statement));
        return usage;
    }

    private void add(Statement statement) {
        if (statement instanceof Statement.For loop) {
            counts.merge(loop.counter(), 1, Integer::sum);
        }
        Walk.assigned(statement, v -> assignments.merge(v, 1, Integer::sum));
        Walk.expressions(statement, e -> Reads.variables(e, v -> reads.merge(v, 1, Integer::sum)));
    }

    int assignments(Variable variable) {
        return assignments.getOrDefault(variable, 0);
    }

    /** Whether a counter of loops is also assigned in another way. */
    boolean isMoreThanCounter(Variable counter) {
        return assignments(counter) > counts.getOrDefault(counter, 0);
    }

    int reads(Variable variable) {
        return reads.getOrDefault(variable, 0);
    }

    /** Adds what one more statement reads. */
    static void reads(Statement statement, Set<Variable> into) {
        Walk.statements(Statement.Block.of(statement), s -> Walk.expressions(s, e -> Reads.variables(e, into::add)));
    }

    /** The alias classes that a block stores into, directly or by calls. */
    static Set<Object> stored(Statement.Block block, Activity activity) {
        Set<Object> stored = new HashSet<>();
        Walk.statements(block, statement -> {
            if (statement instanceof Statement.Store store) {
                stored.add(activity.aliases().classOf(store.array()));
            } else if (statement instanceof Statement.Call call) {
                stored.addAll(Effects.storedBy(call, activity.memory().of(call.procedure()), activity.aliases()));
            }
        });
        return stored;
    }

    /** Whether an expression loads from one of the given classes. */
    static boolean loadsFrom(Expr expression, Set<Object> classes, Activity activity) {
        return Reads.any(
                expression,
                part -> part instanceof Load load
                        && classes.contains(activity.aliases().classOf(load.array())));
    }
}
