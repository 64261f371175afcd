package org.cotangent.ad.transform;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
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

    private FreeOutputs(Procedure procedure, Activity activity) {
        this.procedure = procedure;
        this.activity = activity;
    }

    static Set<Object> of(Procedure procedure, Collection<Variable> outputs, Activity activity) {
        return new FreeOutputs(procedure, activity).find(outputs);
    }

    private Set<Object> find(Collection<Variable> outputs) {
        Set<Object> free = new HashSet<>();
        if (!outputs.isEmpty()) {
            findAmong(outputs, free);
        }
        List<Variable> allocated = procedure.body().statements().stream()
                .filter(Statement.Allocate.class::isInstance)
                .map(statement -> ((Statement.Allocate) statement).target())
                .toList();
        if (!allocated.isEmpty()) {
            Usage usage = Usage.of(procedure);
            for (Variable array : allocated) {
                if (usage.assignments(array) == 1 && isWrittenOnceBeforeLoads(array)) {
                    free.add(activity.aliases().classOf((Object) array));
                }
            }
        }
        return free;
    }

    private void findAmong(Collection<Variable> outputs, Set<Object> free) {
        Set<Object> loaded = Independence.loaded(procedure.body(), activity);
        for (Variable output : outputs) {
            Object memory = activity.aliases().classOf((Object) output);
            if (!loaded.contains(memory) && isAlone(output, memory)) {
                free.add(memory);
            }
        }
    }

    /** Whether no other variable may refer to the same memory, and no call receives it. */
    private boolean isAlone(Variable array, Object memory) {
        for (Variable other : Walk.variables(procedure).members()) {
            if (other != array && other.type().isArray() && activity.aliases().classOf((Object) other) == memory) {
                return false;
            }
        }
        boolean[] passed = {false};
        Walk.statements(
                procedure.body(),
                s -> passed[0] |= s instanceof Statement.Call call
                        && call.arguments().stream().anyMatch(argument -> isOf(argument, memory)));
        return !passed[0];
    }

    private boolean isOf(Expr argument, Object memory) {
        return argument.type().isArray() && activity.aliases().classOf(argument) == memory;
    }

    private boolean isWrittenOnceBeforeLoads(Variable array) {
        Object memory = activity.aliases().classOf((Object) array);
        if (!isAlone(array, memory)) {
            return false;
        }
        boolean written = false;
        for (Statement statement : procedure.body().statements()) {
            Statement.Block alone = Statement.Block.of(List.of(statement));
            boolean writes = Usage.stored(alone, activity).contains(memory);
            boolean loads = Independence.loaded(alone, activity).contains(memory);
            if ((writes && (written || loads)) || (loads && !written)) {
                return false;
            }
            written |= writes;
        }
        return true;
    }
}
