package org.cotangent.ad.transform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Simplification;
import org.cotangent.ad.ir.Statement;

/** The partial derivatives of an operation by its active operands, an operand given twice once. */
final class Partials {

    private Partials() {}

    /** Partials by operand, in the order of operands. */
    static Map<Expr, Expr> of(Statement.Assign assign, Apply apply, Activity activity) {
        Map<Expr, Expr> partials = new LinkedHashMap<>();
        Expr[] operands = apply.operands().toArray(Expr[]::new);
        for (int i = 0; i < operands.length; i++) {
            if (activity.isActive(operands[i])) {
                partials.merge(operands[i], apply.op().partial(operands, assign.target(), i), Partials::both);
            }
        }
        return partials;
    }

    private static Expr both(Expr first, Expr second) {
        return first.equals(second)
                ? Simplification.product(Expr.constant(2.0), first)
                : Simplification.sum(first, second);
    }
}
