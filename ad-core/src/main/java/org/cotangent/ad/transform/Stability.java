package org.cotangent.ad.transform;

import java.util.List;
import java.util.Set;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.ir.Statement;

/** Whether an expression still has its value after statements ran. */
final class Stability {

    private final Expr expression;
    private final Activity activity;

    private Stability(Expr expression, Activity activity) {
        this.expression = expression;
        this.activity = activity;
    }

    static Stability of(Expr expression, Activity activity) {
        return new Stability(expression, activity);
    }

    boolean survives(List<Statement.Block> blocks) {
        return blocks.stream().allMatch(this::survives);
    }

    boolean survives(Statement.Block block) {
        Usage usage = Usage.of(block);
        boolean assigned = Reads.any(
                expression, part -> part instanceof org.cotangent.ad.expr.Variable v && usage.assignments(v) > 0);
        Set<Object> stored = Usage.storedElements(block, activity);
        return !assigned && !Usage.loads(expression, stored, activity);
    }
}
