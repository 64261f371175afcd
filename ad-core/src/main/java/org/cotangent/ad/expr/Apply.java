package org.cotangent.ad.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation of the table applied to operands. */
public final class Apply extends Expr {

    /** 2^32 divided by the golden ratio, which spreads consecutive values (Knuth, 1973, section 6.4). */
    private static final int GOLDEN = 0x9E3779B9;

    private final Op op;
    private final Expr[] operands;

    Apply(Op op, Type type, Expr[] operands) {
        super(type, hash(op, operands));
        this.op = op;
        this.operands = operands;
    }

    /** Variables that are made in order have hashes in order, of which sums would often be the same. */
    private static int hash(Op op, Expr[] operands) {
        int hash = op.ordinal() + 1;
        for (Expr operand : operands) {
            hash = (hash + operand.hashCode()) * GOLDEN;
            hash ^= hash >>> 15;
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

    /** The operands in an array of the caller's own. */
    public Expr[] operandArray() {
        return operands.clone();
    }

    public List<Expr> operands() {
        return List.of(operands);
    }

    /**
     * The partial derivative by an operand, see {@link Op#partial}.
     *
     * @param result an expression that has this value
     */
    public Expr partial(Expr result, int index) {
        return op.partial(operands, result, index);
    }

    /** Whether a partial derivative by an operand that has one is computed from the result. */
    public boolean hasPartialOfResult() {
        for (Expr operand : operands) {
            if (operand instanceof Constant) {
                return op.hasPartialOfResult(operands);
            }
        }
        return op.hasPartialOfResult();
    }

    @Override
    public <R extends @Nullable Object> R accept(ExprVisitor<R> visitor) {
        return visitor.apply(this);
    }
}
