package org.cotangent.ad.expr;

import java.util.IdentityHashMap;
import java.util.Map;

/** Differentiates small scalar expressions by the rules of the table, so that partials of partials can be tested. */
final class ChainRule implements ExprVisitor<Expr> {

    private final Variable variable;
    private final Map<Expr, Expr> known = new IdentityHashMap<>();

    private ChainRule(Variable variable) {
        this.variable = variable;
    }

    /** The derivative of an expression by a variable. */
    static Expr derivative(Expr expression, Variable variable) {
        return new ChainRule(variable).of(expression);
    }

    private Expr of(Expr expression) {
        Expr derivative = known.get(expression);
        if (derivative == null) {
            derivative = expression.accept(this);
            known.put(expression, derivative);
        }
        return derivative;
    }

    @Override
    public Expr constant(Constant constant) {
        return Expr.constant(0.0);
    }

    @Override
    public Expr variable(Variable other) {
        return Expr.constant(other == variable ? 1.0 : 0.0);
    }

    @Override
    public Expr apply(Apply apply) {
        Op op = apply.op();
        if (op == Op.CONDITIONAL) {
            return apply.operand(0).select(of(apply.operand(1)), of(apply.operand(2)));
        }
        Expr sum = Expr.constant(0.0);
        Expr[] operands = apply.operands().toArray(Expr[]::new);
        for (int i = 0; i < operands.length && op.isDifferentiable(); i++) {
            if (operands[i].type().isReal() && !isZero(of(operands[i]))) {
                sum = Simplification.sum(sum, product(op, of(operands[i]), op.partial(operands, apply, i)));
            }
        }
        return sum;
    }

    private static boolean isZero(Expr dot) {
        return dot instanceof Constant constant && constant.real() == 0;
    }

    private static Expr product(Op op, Expr dot, Expr partial) {
        return op.isStrong() ? Simplification.strongProduct(dot, partial) : Simplification.product(dot, partial);
    }

    @Override
    public Expr load(Load load) {
        throw new UnsupportedOperationException("arrays");
    }

    @Override
    public Expr length(Length length) {
        throw new UnsupportedOperationException("arrays");
    }
}
