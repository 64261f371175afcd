package org.cotangent.ad.transform;

import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Writes values that are used once where they are used, so that derivative code reads like
 * expressions again. No operation changes, so no bit does; see {@link SingleUses} for what may move.
 */
final class Inlining extends Rewrite implements ExprVisitor<Expr> {

    private final VariableSet moved;
    private final VariableMap<Expr> values = new VariableMap<>();

    private Inlining(VariableSet moved) {
        this.moved = moved;
    }

    static Procedure of(Procedure procedure, Memory memory) {
        Inlining pass = new Inlining(SingleUses.of(procedure, memory));
        return procedure.withBody(pass.rewrite(procedure.body()));
    }

    @Override
    public @Nullable Void assign(Statement.Assign assign) {
        Expr value = rewrite(assign.value());
        if (moved.contains(assign.target())) {
            values.put(assign.target(), value);
            return null;
        }
        return copy(assign.withValue(value));
    }

    @Override
    Expr rewrite(Expr expression) {
        return expression.accept(this);
    }

    @Override
    public Expr constant(Constant constant) {
        return constant;
    }

    @Override
    public Expr variable(Variable variable) {
        Expr value = values.get(variable);
        return value == null ? variable : value;
    }

    @Override
    public Expr apply(Apply apply) {
        Expr @Nullable [] operands = Operands.rewritten(apply, this);
        return operands == null ? apply : signed(apply.op(), operands);
    }

    /** The operation with signs pulled out of products and into sums, which changes no bit. */
    private static Expr signed(Op op, Expr[] operands) {
        if (op == Op.MULTIPLY || op == Op.DIVIDE) {
            for (int i = 0; i < operands.length; i++) {
                if (isNegated(operands[i])) {
                    Expr[] positive = operands.clone();
                    positive[i] = negated(operands[i]);
                    return signed(op, positive).negate();
                }
            }
        }
        if (op == Op.ADD && isNegated(operands[1])) {
            return operands[0].minus(negated(operands[1]));
        }
        if (op == Op.SUBTRACT && isNegated(operands[1])) {
            return operands[0].plus(negated(operands[1]));
        }
        return Expr.apply(op, operands);
    }

    private static boolean isNegated(Expr expression) {
        return expression instanceof Apply apply && apply.op() == Op.NEGATE;
    }

    private static Expr negated(Expr expression) {
        return ((Apply) expression).operand(0);
    }

    @Override
    public Expr load(Load load) {
        return load.array().accept(this).at(load.index().accept(this));
    }

    @Override
    public Expr length(Length length) {
        return length.array().accept(this).length();
    }
}
