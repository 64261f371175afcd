package org.cotangent.ad.transform;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Numbering;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/** How often variables are assigned and read, and what memory is stored into, in a piece of program. */
final class Usage {

    private static final int SMALLEST = 8;

    private final Numbering variables = new Numbering();
    /** By variable. */
    private int[] assignments = new int[SMALLEST];

    private int[] reads = new int[SMALLEST];
    private final VariableMap<Integer> counting = new VariableMap<>();
    private final VariableSet readFirst = new VariableSet();

    private Usage() {}

    /**
     * Of a procedure: parameters count as assigned once more, results as read once more. So do, as
     * assigned, registers that may be read before they are, as they hold 0 then.
     */
    static Usage of(Procedure procedure) {
        Usage usage = new Usage();
        procedure.parameters().forEach(usage::addAssignment);
        usage.add(procedure.body(), true);
        procedure.results().forEach(r -> usage.addRead(r, false));
        return usage;
    }

    /** Of a block with all that is nested in it. */
    static Usage of(Statement.Block block) {
        Usage usage = new Usage();
        usage.add(block, false);
        return usage;
    }

    private void add(Statement.Block block, boolean whole) {
        Reads.Parts parts = Reads.variables(variable -> addRead(variable, whole));
        new Walk() {
            @Override
            void value(Expr expression) {
                parts.of(expression);
            }

            @Override
            void target(Variable variable) {
                addAssignment(variable);
            }

            @Override
            public @Nullable Void count(Statement.For loop) {
                Integer known = counting.get(loop.counter());
                counting.put(loop.counter(), known == null ? 1 : known + 1);
                return super.count(loop);
            }
        }.inside(block);
    }

    private int number(Variable variable) {
        int number = variables.of(variable);
        if (number == reads.length) {
            assignments = Arrays.copyOf(assignments, 2 * number);
            reads = Arrays.copyOf(reads, 2 * number);
        }
        return number;
    }

    private void addAssignment(Variable variable) {
        int number = number(variable);
        assignments[number]++;
    }

    private void addRead(Variable variable, boolean whole) {
        int number = number(variable);
        reads[number]++;
        if (whole && assignments[number] == 0) {
            readFirst.add(variable);
        }
    }

    int assignments(Variable variable) {
        int number = variables.find(variable);
        return number == Numbering.NONE ? 0 : assignments[number] + (readFirst.contains(variable) ? 1 : 0);
    }

    /** Whether a counter of loops is also assigned in another way. */
    boolean isMoreThanCounter(Variable counter) {
        Integer counted = counting.get(counter);
        return assignments(counter) > (counted == null ? 0 : counted);
    }

    int reads(Variable variable) {
        int number = variables.find(variable);
        return number == Numbering.NONE ? 0 : reads[number];
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
                stored.addAll(Effects.storedBy(call, activity.memory(), activity.aliases()));
            }
        });
        return stored;
    }

    /** Elements of one type: storing numbers leaves the rows that hold them where they are. */
    private record Elements(Object aliases, Type type) {
        static Elements of(Expr array, Activity activity) {
            return new Elements(activity.aliases().classOf(array), array.type().component());
        }
    }

    /** What elements a block stores: of a type, or, in calls, an alias class for those of any type. */
    static Set<Object> storedElements(Statement.Block block, Activity activity) {
        Set<Object> stored = new HashSet<>();
        Walk.statements(block, statement -> {
            if (statement instanceof Statement.Store store) {
                stored.add(Elements.of(store.array(), activity));
            } else if (statement instanceof Statement.Call call) {
                stored.addAll(Effects.storedBy(call, activity.memory(), activity.aliases()));
            }
        });
        return stored;
    }

    /** Whether an expression loads any of the {@link #storedElements}. */
    static boolean loads(Expr expression, Set<Object> stored, Activity activity) {
        return Reads.any(
                expression,
                part -> part instanceof Load load
                        && (stored.contains(activity.aliases().classOf(load.array()))
                                || stored.contains(Elements.of(load.array(), activity))));
    }
}
