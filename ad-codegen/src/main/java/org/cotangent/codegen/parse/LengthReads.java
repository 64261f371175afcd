package org.cotangent.codegen.parse;

import java.util.Set;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;

/** Tells whether a length can be computed from some variables alone. */
final class LengthReads {

    private LengthReads() {}

    /** Whether an expression reads only these variables, and of arrays only lengths. */
    static boolean only(Set<Variable> variables, Expr expression) {
        if (expression instanceof Constant) {
            return true;
        }
        if (expression instanceof Variable variable) {
            return variables.contains(variable);
        }
        if (expression instanceof Length length) {
            return only(variables, length.array());
        }
        if (expression instanceof Load load) {
            return load.type().isArray() && only(variables, load.array()) && only(variables, load.index());
        }
        if (expression instanceof Apply apply) {
            for (int i = 0; i < apply.arity(); i++) {
                if (!only(variables, apply.operand(i))) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }
}
