package org.cotangent.ad.transform;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/**
 * Finds memory that a loop may write without keeping what it held: outputs of the procedure that it
 * never loads from, and arrays allocated once, written in one statement only, and loaded from only
 * behind it.
 */
final class FreeOutputs {

    private final Procedure procedure;
    private final Activity activity;
    /** Classes of memory that several variables may refer to, or that a call receives. */
    private final Set<Object> shared = new HashSet<>();

    private FreeOutputs(Procedure procedure, Activity activity) {
        this.procedure = procedure;
        this.activity = activity;
    }

    static Set<Object> of(Procedure procedure, Collection<Variable> outputs, Activity activity) {
        List<Variable> allocated = procedure.body().statements().stream()
                .filter(Statement.Allocate.class::isInstance)
                .map(statement -> ((Statement.Allocate) statement).target())
                .toList();
        Set<Object> free = new HashSet<>();
        if (!outputs.isEmpty() || !allocated.isEmpty()) {
            FreeOutputs pass = new FreeOutputs(procedure, activity);
            pass.findShared();
            pass.findAmong(outputs, free);
            pass.findAllocated(allocated, free);
        }
        return free;
    }

    private Object memory(Variable array) {
        return activity.aliases().classOf((Object) array);
    }

    private void findShared() {
        Set<Object> known = new HashSet<>();
        for (Variable variable : Walk.variables(procedure).members()) {
            if (variable.type().isArray() && !known.add(memory(variable))) {
                shared.add(memory(variable));
            }
        }
        Walk.statements(procedure.body(), statement -> {
            if (statement instanceof Statement.Call call) {
                call.arguments().stream()
                        .filter(argument -> argument.type().isArray())
                        .forEach(argument -> shared.add(activity.aliases().classOf(argument)));
            }
        });
    }

    private void findAmong(Collection<Variable> outputs, Set<Object> free) {
        Set<Object> loaded = outputs.isEmpty() ? Set.of() : Independence.loaded(procedure.body(), activity);
        for (Variable output : outputs) {
            Object memory = memory(output);
            if (!loaded.contains(memory) && !shared.contains(memory)) {
                free.add(memory);
            }
        }
    }

    private void findAllocated(List<Variable> allocated, Set<Object> free) {
        if (allocated.isEmpty()) {
            return;
        }
        Usage usage = Usage.of(procedure);
        Set<Object> touched = touchedOtherwise();
        for (Variable array : allocated) {
            Object memory = memory(array);
            if (usage.assignments(array) == 1 && !shared.contains(memory) && !touched.contains(memory)) {
                free.add(memory);
            }
        }
    }

    /** Memory that is written in more than one statement of the body, or loaded from before that or in it. */
    private Set<Object> touchedOtherwise() {
        Set<Object> written = new HashSet<>();
        Set<Object> otherwise = new HashSet<>();
        for (Statement statement : procedure.body().statements()) {
            Statement.Block alone = Statement.Block.of(List.of(statement));
            Set<Object> writes = Usage.stored(alone, activity);
            Set<Object> loads = Independence.loaded(alone, activity);
            writes.stream()
                    .filter(m -> written.contains(m) || loads.contains(m))
                    .forEach(otherwise::add);
            loads.stream().filter(m -> !written.contains(m)).forEach(otherwise::add);
            written.addAll(writes);
        }
        return otherwise;
    }
}
