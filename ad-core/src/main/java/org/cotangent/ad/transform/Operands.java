package org.cotangent.ad.transform;

import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.cotangent.ad.expr.Variable;
import org.jspecify.annotations.Nullable;

/** Rewrites operands of operations. */
final class Operands {

    private Operands() {}

    /** What a visitor makes of the operands, or null if it changes none of them, which is mostly so. */
    static Expr @Nullable [] rewritten(Apply apply, ExprVisitor<Expr> visitor) {
        Expr @Nullable [] operands = null;
        for (int i = 0; i < apply.arity(); i++) {
            Expr operand = apply.operand(i);
            Expr rewritten =
                    operand instanceof Variable variable ? visitor.variable(variable) : operand.accept(visitor);
            if (rewritten != operand) {
                if (operands == null) {
                    operands = apply.operandArray();
                }
                operands[i] = rewritten;
            }
        }
        return operands;
    }
}
