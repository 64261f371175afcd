package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/**
 * Finds what a turn of a loop can compute again more cheaply than keep: cheap operations on values
 * that the loop does not change, assigned to variables of the loop's own.
 *
 * <p>Only statements that every turn executes qualify, so that nothing is evaluated that a guard
 * would have kept from being evaluated.
 */
final class Recomputation {

    private final Statement.For loop;
    private final Usage whole;
    private final Usage body;
    private final Set<Object> stored;
    private final Activity activity;
    private final Set<Variable> readBefore = new HashSet<>();
    private final Set<Variable> repeated = new HashSet<>();

    private Recomputation(Statement.For loop, Usage whole, Activity activity) {
        this.loop = loop;
        this.whole = whole;
        this.body = Usage.of(loop.body());
        this.stored = Usage.storedElements(loop.body(), activity);
        this.activity = activity;
    }

    /** The assignments to repeat at the start of each turn back, in order. */
    static List<Statement.Assign> of(Statement.For loop, Usage whole, Activity activity) {
        Recomputation pass = new Recomputation(loop, whole, activity);
        List<Statement.Assign> again = new ArrayList<>();
        for (Statement statement : loop.body().statements()) {
            if (jumps(statement)) {
                break;
            }
            if (statement instanceof Statement.Assign assign && pass.isRepeatable(assign)) {
                again.add(assign);
                pass.repeated.add(assign.target());
            }
            Usage.reads(statement, pass.readBefore);
        }
        return again;
    }

    private static boolean jumps(Statement statement) {
        boolean[] found = {false};
        Walk.statements(Statement.Block.of(statement), s -> found[0] |= Completion.isJump(s));
        return found[0];
    }

    private boolean isRepeatable(Statement.Assign assign) {
        Variable target = assign.target();
        return whole.assignments(target) == 1
                && whole.reads(target) == body.reads(target)
                && !readBefore.contains(target)
                && !Reads.reads(assign.value(), target)
                && !Reads.any(assign.value(), this::changes)
                && !Usage.loads(assign.value(), stored, activity);
    }

    private boolean changes(Expr part) {
        if (part instanceof Variable variable) {
            return variable != loop.counter() && body.assignments(variable) > 0 && !repeated.contains(variable);
        }
        return part instanceof Apply apply && !apply.op().isCheap();
    }
}
