package org.cotangent.ad.transform;

import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.jspecify.annotations.Nullable;

/** Rewrites operands of operations. */
final class Operands {

    private Operands() {}

    /** What a visitor makes of the operands, or null if it changes none of them, which is mostly so. */
    static Expr @Nullable [] rewritten(Apply apply, ExprVisitor<Expr> visitor) {
        Expr @Nullable [] operands = null;
        for (int i = 0; i < apply.arity(); i++) {
            Expr operand = apply.operand(i);
            Expr rewritten = operand.accept(visitor);
            if (rewritten != operand) {
                if (operands == null) {
                    operands = apply.operands().toArray(Expr[]::new);
                }
                operands[i] = rewritten;
            }
        }
        return operands;
    }
}
