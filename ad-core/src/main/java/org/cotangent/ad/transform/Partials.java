package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Simplification;
import org.cotangent.ad.ir.Statement;

/** The partial derivatives of an operation by its active operands, an operand given twice once. */
final class Partials {

    /** What belongs to one operand: a partial derivative, or its share of an adjoint. */
    record Share(Expr operand, Expr value) {}

    private Partials() {}

    /** The partials, in the order of operands. */
    static List<Share> of(Statement.Assign assign, Apply apply, Activity activity) {
        List<Share> partials = new ArrayList<>(2);
        for (int i = 0; i < apply.arity(); i++) {
            if (activity.isActive(apply.operand(i))) {
                add(partials, apply.operand(i), apply.partial(assign.target(), i));
            }
        }
        return partials;
    }

    private static void add(List<Share> partials, Expr operand, Expr partial) {
        for (int i = 0; i < partials.size(); i++) {
            if (partials.get(i).operand() == operand) {
                partials.set(i, new Share(operand, both(partials.get(i).value(), partial)));
                return;
            }
        }
        partials.add(new Share(operand, partial));
    }

    private static Expr both(Expr first, Expr second) {
        return first.equals(second)
                ? Simplification.product(Expr.constant(2.0), first)
                : Simplification.sum(first, second);
    }
}
