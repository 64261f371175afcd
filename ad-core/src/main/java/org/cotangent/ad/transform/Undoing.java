package org.cotangent.ad.transform;

import java.util.List;
import java.util.Optional;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/**
 * Assignments that can be undone by computing, so that nothing is kept: integers to which a constant
 * is added, as counters of loops. Overflow is undone too.
 */
final class Undoing {

    private Undoing() {}

    /** How an assignment is undone, if it can be. */
    static Optional<Sweep> of(Statement.Assign assign) {
        Variable target = assign.target();
        if (!(assign.value() instanceof Apply sum)
                || !target.type().isInteger()
                || sum.arity() != 2
                || sum.operand(0) != target
                || !(sum.operand(1) instanceof Constant)) {
            return Optional.empty();
        }
        return inverse(sum.op()).map(op -> {
            Expr before = Expr.apply(op, target, sum.operand(1));
            return new Sweep(List.of(), List.of(new Statement.Assign(target, before)));
        });
    }

    private static Optional<Op> inverse(Op op) {
        return switch (op) {
            case INT_ADD -> Optional.of(Op.INT_SUBTRACT);
            case INT_SUBTRACT -> Optional.of(Op.INT_ADD);
            case LONG_ADD -> Optional.of(Op.LONG_SUBTRACT);
            case LONG_SUBTRACT -> Optional.of(Op.LONG_ADD);
            default -> Optional.empty();
        };
    }
}
