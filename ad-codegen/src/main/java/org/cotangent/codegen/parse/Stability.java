package org.cotangent.codegen.parse;

import com.sun.source.tree.Tree;
import java.util.Set;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Variable;

/** Tells whether what was read already is still so after something else is evaluated. */
final class Stability {

    private final Set<Variable> assigned;

    private Stability(Set<Variable> assigned) {
        this.assigned = assigned;
    }

    /** Whether an expression keeps its value while others are evaluated. */
    static boolean of(Expr expression, Reading reading, Tree... later) {
        for (Tree tree : later) {
            if (reading.effects().has(tree) && !new Stability(reading.assigned(tree)).isKept(expression)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an expression keeps its value whatever is written to arrays. */
    static boolean isOfNoElement(Expr expression) {
        return new Stability(Set.of()).isKept(expression);
    }

    /** Elements of arrays may be changed by any effect; variables by assignments only. */
    private boolean isKept(Expr expression) {
        if (expression instanceof Constant) {
            return true;
        }
        if (expression instanceof Variable variable) {
            return !assigned.contains(variable);
        }
        if (expression instanceof Length length) {
            return isKept(length.array());
        }
        if (expression instanceof Apply apply) {
            for (int i = 0; i < apply.arity(); i++) {
                if (!isKept(apply.operand(i))) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }
}
