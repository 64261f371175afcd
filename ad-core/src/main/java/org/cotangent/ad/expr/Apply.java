package org.cotangent.ad.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation of the table applied to operands. */
public final class Apply extends Expr {

    private final Op op;
    private final Expr[] operands;

    Apply(Op op, Type type, Expr[] operands) {
        super(type, hash(op, operands));
        this.op = op;
        this.operands = operands;
    }

    private static int hash(Op op, Expr[] operands) {
        int hash = op.ordinal() + 1;
        for (Expr operand : operands) {
            hash = hash * 31 + operand.hashCode();
        }
        return hash;
    }

    @Override
    boolean isSame(Expr other) {
        return other instanceof Apply that && op == that.op && haveEqual(operands, that.operands);
    }

    private static boolean haveEqual(Expr[] first, Expr[] second) {
        for (int i = 0; i < first.length; i++) {
            if (!first[i].equals(second[i])) {
                return false;
            }
        }
        return true;
    }

    public Op op() {
        return op;
    }

    public int arity() {
        return operands.length;
    }

    public Expr operand(int index) {
        return operands[index];
    }

    public List<Expr> operands() {
        return List.of(operands);
    }

    @Override
    public <R extends @Nullable Object> R accept(ExprVisitor<R> visitor) {
        return visitor.apply(this);
    }
}
