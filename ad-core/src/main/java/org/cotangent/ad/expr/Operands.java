package org.cotangent.ad.expr;

import java.util.ArrayList;
import java.util.List;

/** The expressions that an expression is computed from. */
final class Operands implements ExprVisitor<List<Expr>> {

    static final Operands OF = new Operands();

    private Operands() {}

    /** Scalars with another value put in between. */
    static List<Arithmetic<?>> with(int position, Arithmetic<?> value, Expr... scalars) {
        List<Arithmetic<?>> operands = new ArrayList<>(List.of(scalars));
        operands.add(position, value);
        return operands;
    }

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

    @Override
    public List<Expr> graph(GraphNode node) {
        return node.operands();
    }
}
