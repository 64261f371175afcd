package org.cotangent.ad.transform;

import java.util.HashMap;
import java.util.Map;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/** Gives sums that a loop computed again the names of those it now computes alone. */
final class Sums extends Rewrite {

    private final Map<Variable, Variable> names = new HashMap<>();

    private Sums(Map<Variable, Variable> again) {
        again.forEach((sum, repeated) -> names.put(repeated, sum));
    }

    static Statement.Block of(Statement.Block block, Map<Variable, Variable> again) {
        return new Sums(again).rewrite(block);
    }

    @Override
    public @Nullable Void assign(Statement.Assign assign) {
        Variable sum = names.get(assign.target());
        if (sum == null || !(assign.value() instanceof Apply apply)) {
            return copy(assign);
        }
        Expr[] operands = apply.operands().stream()
                .map(operand -> operand == assign.target() ? sum : operand)
                .toArray(Expr[]::new);
        return copy(new Statement.Assign(sum, Expr.apply(apply.op(), operands)));
    }
}
