package org.cotangent.codegen.emit;

import java.util.Map;
import java.util.Optional;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;

/** Assignments as a person writes them where a place is assigned what it holds and something more. */
final class CompoundAssignment {

    private static final Map<Op, String> COMPOUND = Map.ofEntries(
            Map.entry(Op.ADD, "+="),
            Map.entry(Op.SUBTRACT, "-="),
            Map.entry(Op.MULTIPLY, "*="),
            Map.entry(Op.DIVIDE, "/="),
            Map.entry(Op.INT_ADD, "+="),
            Map.entry(Op.INT_SUBTRACT, "-="),
            Map.entry(Op.INT_MULTIPLY, "*="),
            Map.entry(Op.INT_AND, "&="),
            Map.entry(Op.INT_OR, "|="),
            Map.entry(Op.INT_XOR, "^="),
            Map.entry(Op.LONG_ADD, "+="),
            Map.entry(Op.LONG_SUBTRACT, "-="),
            Map.entry(Op.LONG_MULTIPLY, "*="),
            Map.entry(Op.LONG_AND, "&="),
            Map.entry(Op.LONG_OR, "|="),
            Map.entry(Op.LONG_XOR, "^="));

    private CompoundAssignment() {}

    /** {@code place += e} and the like if the value is {@code place + e}. */
    static Optional<String> of(Expr place, Expr value, ExpressionPrinter expressions) {
        if (!(value instanceof Apply apply) || apply.arity() != 2 || apply.operand(0) != place) {
            return Optional.empty();
        }
        String operator = COMPOUND.get(apply.op());
        if (operator == null) {
            return Optional.empty();
        }
        String left = expressions.text(place).code();
        Expr right = apply.operand(1);
        boolean one = right.equals(Expr.constant(1)) && place.type().equals(Type.INT);
        return Optional.of(
                one && (operator.equals("+=") || operator.equals("-="))
                        ? left + operator.substring(0, 1).repeat(2)
                        : left + " " + operator + " " + expressions.value(right));
    }
}
