package org.cotangent.ad.transform.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Variable;

/** Takes expressions apart and puts them together again. Recursive, as random expressions are small. */
final class Expression {

    private Expression() {}

    static List<Expr> operands(Expr expression) {
        return expression.accept(new ExprVisitor<>() {
            @Override
            public List<Expr> constant(Constant constant) {
                return List.of();
            }

            @Override
            public List<Expr> variable(Variable variable) {
                return List.of();
            }

            @Override
            public List<Expr> apply(Apply apply) {
                return apply.operands();
            }

            @Override
            public List<Expr> load(Load load) {
                return List.of(load.array(), load.index());
            }

            @Override
            public List<Expr> length(Length length) {
                return List.of(length.array());
            }
        });
    }

    static void variables(Expr expression, Set<Variable> into) {
        if (expression instanceof Variable variable) {
            into.add(variable);
        }
        operands(expression).forEach(operand -> variables(operand, into));
    }

    static boolean reads(Expr expression, Variable variable) {
        return expression == variable || operands(expression).stream().anyMatch(operand -> reads(operand, variable));
    }

    /** The expression with every operand replaced. */
    static Expr mapOperands(Expr expression, UnaryOperator<Expr> change) {
        List<Expr> operands = new ArrayList<>(operands(expression));
        operands.replaceAll(change);
        if (expression instanceof Apply apply) {
            return Expr.apply(apply.op(), operands.toArray(Expr[]::new));
        } else if (expression instanceof Load) {
            return operands.get(0).at(operands.get(1));
        } else if (expression instanceof Length) {
            return operands.get(0).length();
        }
        return expression;
    }
}
