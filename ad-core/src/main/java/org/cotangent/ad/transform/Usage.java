package org.cotangent.ad.transform;

import java.util.HashSet;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/** How often variables are assigned and read, and what memory is stored into, in a piece of program. */
final class Usage {

    private final VariableMap<Counts> variables = new VariableMap<>();

    private static final class Counts {
        private int assignments;
        private int reads;
        private int counting;
        private boolean readFirst;
    }

    private Usage() {}

    /**
     * Of a procedure: parameters count as assigned once more, results as read once more. So do, as
     * assigned, registers that may be read before they are, as they hold 0 then.
     */
    static Usage of(Procedure procedure) {
        Usage usage = new Usage();
        procedure.parameters().forEach(p -> usage.counts(p).assignments++);
        usage.add(procedure.body(), true);
        procedure.results().forEach(r -> usage.counts(r).reads++);
        return usage;
    }

    /** Of a block with all that is nested in it. */
    static Usage of(Statement.Block block) {
        Usage usage = new Usage();
        usage.add(block, false);
        return usage;
    }

    private void add(Statement.Block block, boolean whole) {
        Reads.Parts reads = Reads.variables(variable -> {
            Counts counts = counts(variable);
            counts.reads++;
            if (whole && counts.assignments == 0) {
                counts.readFirst = true;
            }
        });
        new Walk() {
            @Override
            void value(Expr expression) {
                reads.of(expression);
            }

            @Override
            void target(Variable variable) {
                counts(variable).assignments++;
            }

            @Override
            public @Nullable Void count(Statement.For loop) {
                counts(loop.counter()).counting++;
                return super.count(loop);
            }
        }.inside(block);
    }

    private Counts counts(Variable variable) {
        return variables.get(variable, Counts::new);
    }

    int assignments(Variable variable) {
        Counts counts = variables.get(variable);
        return counts == null ? 0 : counts.assignments + (counts.readFirst ? 1 : 0);
    }

    /** Whether a counter of loops is also assigned in another way. */
    boolean isMoreThanCounter(Variable counter) {
        Counts counts = variables.get(counter);
        return counts != null && assignments(counter) > counts.counting;
    }

    int reads(Variable variable) {
        Counts counts = variables.get(variable);
        return counts == null ? 0 : counts.reads;
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
                stored.addAll(Effects.storedBy(call, activity.memory().of(call.callee()), activity.aliases()));
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
