package org.cotangent.ad.expr;

import java.util.Map;

/** Puts arguments into the sizes that a function tells in terms of its parameters. */
final class Sizes implements ExprVisitor<Expr> {

    private final Map<Variable, Expr> scalars;
    private final Map<Variable, Expr> counts;

    /**
     * @param scalars what scalar parameters stand for
     * @param counts how many elements the arrays have that stand for array parameters
     */
    Sizes(Map<Variable, Expr> scalars, Map<Variable, Expr> counts) {
        this.scalars = scalars;
        this.counts = counts;
    }

    Expr of(Expr size) {
        return size.accept(this);
    }

    @Override
    public Expr constant(Constant constant) {
        return constant;
    }

    @Override
    public Expr variable(Variable variable) {
        return scalars.getOrDefault(variable, variable);
    }

    @Override
    public Expr apply(Apply apply) {
        return Expr.apply(apply.op(), apply.operands().stream().map(this::of).toArray(Expr[]::new));
    }

    @Override
    public Expr load(Load load) {
        throw new IllegalArgumentException("size of a result is " + load
                + ", expected it to follow from lengths and int parameters alone; pass it as a parameter");
    }

    @Override
    public Expr length(Length length) {
        Expr count = length.array() instanceof Variable array ? counts.get(array) : null;
        return count == null ? length : count;
    }
}
