package org.cotangent.codegen.emit;

import java.util.HashMap;
import java.util.Map;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/** Writes the conditions and steps of counted loops. */
final class LoopHeads {

    private final ExpressionPrinter expressions;
    private final Map<Variable, Statement.For> around = new HashMap<>();

    LoopHeads(ExpressionPrinter expressions) {
        this.expressions = expressions;
    }

    /** Notes that what follows is in the body of a loop. */
    void enter(Statement.For loop) {
        around.put(loop.counter(), loop);
    }

    void leave(Statement.For loop) {
        around.remove(loop.counter());
    }

    /**
     * The condition, with {@code i > a - 1} as {@code i >= a} and {@code i < a + 1} as {@code i <= a}
     * where a is not the int at which the difference or sum wraps around.
     */
    String condition(Statement.For loop, String counter) {
        boolean up = loop.step() > 0;
        Expr to = loop.to();
        String order = up ? " < " : " > ";
        if (to instanceof Apply apply
                && apply.op() == (up ? Op.INT_ADD : Op.INT_SUBTRACT)
                && apply.operand(1).equals(Expr.constant(1))
                && (up ? isBelowGreatest(apply.operand(0)) : isAboveLeast(apply.operand(0)))) {
            to = apply.operand(0);
            order = up ? " <= " : " >= ";
        } else if (!up && to.equals(Expr.constant(-1))) {
            to = Expr.constant(0);
            order = " >= ";
        }
        Text bound = expressions.text(to);
        boolean parentheses = Op.INTEGER_LESS.notation().needsParentheses(bound.precedence(), false);
        return counter + order + (parentheses ? "(" + bound.code() + ")" : bound.code());
    }

    private boolean isAboveLeast(Expr value) {
        if (value instanceof Constant constant) {
            return constant.integer() > Integer.MIN_VALUE;
        }
        Statement.For loop = around.get(value);
        return value instanceof Length || loop != null && (loop.step() < 0 || isAboveLeast(loop.from()));
    }

    private boolean isBelowGreatest(Expr value) {
        if (value instanceof Constant constant) {
            return constant.integer() < Integer.MAX_VALUE;
        }
        Statement.For loop = around.get(value);
        return loop != null && (loop.step() > 0 || isBelowGreatest(loop.from()));
    }

    static String step(Statement.For loop, String counter) {
        int step = loop.step();
        if (Math.abs((long) step) == 1) {
            return counter + (step > 0 ? "++" : "--");
        }
        return counter + (step > 0 ? " += " + step : " -= " + -(long) step);
    }
}
