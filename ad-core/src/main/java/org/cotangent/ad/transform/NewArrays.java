package org.cotangent.ad.transform;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/**
 * Finds arrays that a call is the first to use after they were allocated: what they hold before it nobody has seen, so
 * the reverse sweep need not bring it back.
 */
final class NewArrays {

    private final Activity activity;
    private final Usage usage;
    private final Set<Object> shared = new HashSet<>();
    private final Map<Statement, Set<Variable>> found = new IdentityHashMap<>();

    private NewArrays(Procedure procedure, Activity activity, Usage usage) {
        this.activity = activity;
        this.usage = usage;
        Set<Object> known = new HashSet<>();
        for (Variable variable : Walk.variables(procedure).members()) {
            if (variable.type().isArray() && !known.add(memory(variable))) {
                shared.add(memory(variable));
            }
        }
    }

    /** Such arrays by call. */
    static Map<Statement, Set<Variable>> of(Procedure procedure, Activity activity, Usage usage) {
        boolean[] calls = {false};
        Walk.statements(procedure.body(), statement -> calls[0] |= isExternal(statement));
        if (!calls[0]) {
            return Map.of();
        }
        NewArrays pass = new NewArrays(procedure, activity, usage);
        pass.find(procedure.body());
        Walk.statements(procedure.body(), statement -> statement.blocks().forEach(pass::find));
        return pass.found;
    }

    private static boolean isExternal(Statement statement) {
        return statement instanceof Statement.Call call && call.callee() instanceof External;
    }

    private Object memory(Variable array) {
        return activity.aliases().classOf((Object) array);
    }

    /** Of calls that stand in the block itself, beside the allocation. */
    private void find(Statement.Block block) {
        Set<Variable> untouched = new HashSet<>();
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.Call call) {
                Set<Variable> first = new HashSet<>();
                for (Expr argument : call.arguments()) {
                    if (argument instanceof Variable array && untouched.contains(array)) {
                        first.add(array);
                    }
                }
                found.put(call, first);
            }
            if (!untouched.isEmpty()) {
                untouched.removeAll(
                        Walk.variables(Statement.Block.of(List.of(statement))).members());
            }
            if (statement instanceof Statement.Allocate allocation) {
                Variable array = allocation.target();
                if (usage.assignments(array) == 1 && !shared.contains(memory(array))) {
                    untouched.add(array);
                }
            }
        }
    }
}
