package org.cotangent.ad.expr;

import java.util.IdentityHashMap;
import java.util.Map;

/** Evaluates scalar expressions over complex numbers; conditions look at real parts. */
final class ComplexEvaluation implements ExprVisitor<Complex> {

    private final Map<Variable, Complex> bindings;
    private final Map<Expr, Complex> known = new IdentityHashMap<>();

    private ComplexEvaluation(Map<Variable, Complex> bindings) {
        this.bindings = bindings;
    }

    static Complex of(Expr expression, Map<Variable, Complex> bindings) {
        return new ComplexEvaluation(bindings).value(expression);
    }

    private Complex value(Expr expression) {
        Complex value = known.get(expression);
        if (value == null) {
            value = expression.accept(this);
            known.put(expression, value);
        }
        return value;
    }

    @Override
    public Complex constant(Constant constant) {
        return Complex.real(constant.type().isReal() ? constant.real() : constant.integer());
    }

    @Override
    public Complex variable(Variable variable) {
        return bindings.get(variable);
    }

    @Override
    public Complex apply(Apply apply) {
        if (apply.op() == Op.CONDITIONAL) {
            return value(apply.operand(value(apply.operand(0)).re() != 0 ? 1 : 2));
        }
        if (apply.op().kernel() instanceof Kernel.Comparison comparison) {
            boolean holds = comparison
                    .value()
                    .of(value(apply.operand(0)).re(), value(apply.operand(1)).re());
            return Complex.real(holds ? 1 : 0);
        }
        if (apply.op() == Op.BOTH) {
            boolean holds =
                    value(apply.operand(0)).re() != 0 && value(apply.operand(1)).re() != 0;
            return Complex.real(holds ? 1 : 0);
        }
        return apply.op()
                .complexValue(apply.operands().stream().map(this::value).toArray(Complex[]::new));
    }

    @Override
    public Complex load(Load load) {
        throw new UnsupportedOperationException("arrays");
    }

    @Override
    public Complex length(Length length) {
        throw new UnsupportedOperationException("arrays");
    }
}
