package org.cotangent.ad.expr;

import java.util.Optional;

/**
 * Rewrites of an operation on operands.
 *
 * <p>{@link #exact} keeps every bit: NaN, infinities and the sign of zero included. {@link
 * #derivative} is for derivative code only, where the listed rewrites may lose an infinity or a
 * NaN times 0, or the sign of a zero: 0·a → 0, a+0 → a, 0/a → 0, a·(1/b) → a/b, a+(−b) → a−b,
 * and constants and signs brought to the front of products, unless the product of two constants
 * overflows or is too small for all its digits.
 */
public final class Simplification {

    private Simplification() {}

    static Optional<Expr> exact(Op op, Expr[] operands) {
        if (op.kernel() instanceof Kernel.Lazy) {
            return lazy(op, operands);
        }
        Optional<Expr> folded = Folding.fold(op, operands);
        if (folded.isPresent()) {
            return folded;
        }
        return switch (op) {
            case ADD -> either(operands, -0.0);
            case SUBTRACT -> isReal(operands[1], 0.0) ? Optional.of(operands[0]) : Optional.empty();
            case MULTIPLY, STRONG_TIMES -> op == Op.MULTIPLY ? either(operands, 1.0) : Optional.empty();
            case DIVIDE -> isReal(operands[1], 1.0) ? Optional.of(operands[0]) : Optional.empty();
            case NEGATE, INT_NEGATE, LONG_NEGATE, NOT -> twice(op, operands[0]);
            case POW -> isReal(operands[1], 1.0) ? Optional.of(operands[0]) : powZero(operands[1]);
            case INT_ADD, LONG_ADD -> eitherInteger(op, operands, 0);
            case INT_SUBTRACT, LONG_SUBTRACT ->
                isInteger(operands[1], 0) ? same(op, operands[0]) : nested(op, operands);
            case INT_MULTIPLY, LONG_MULTIPLY -> eitherInteger(op, operands, 1);
            default -> Optional.empty();
        };
    }

    private static Optional<Expr> powZero(Expr exponent) {
        return isReal(exponent, 0.0) || isReal(exponent, -0.0) ? Optional.of(Expr.constant(1.0)) : Optional.empty();
    }

    private static Optional<Expr> either(Expr[] operands, double neutral) {
        if (isReal(operands[0], neutral)) {
            return Optional.of(operands[1]);
        }
        return isReal(operands[1], neutral) ? Optional.of(operands[0]) : Optional.empty();
    }

    private static Optional<Expr> eitherInteger(Op op, Expr[] operands, long neutral) {
        if (isInteger(operands[0], neutral)) {
            return same(op, operands[1]);
        }
        return isInteger(operands[1], neutral) ? same(op, operands[0]) : nested(op, operands);
    }

    /** The operand, if it has the type of the result (an int operand of a long sum has not). */
    private static Optional<Expr> same(Op op, Expr operand) {
        return operand.type().equals(op.resultType(operand, operand)) ? Optional.of(operand) : Optional.empty();
    }

    /** (i ± a) ± b → i + c for constants, which wraps around as the two steps did. */
    private static Optional<Expr> nested(Op op, Expr[] operands) {
        if (!(operands[1] instanceof Constant outer)
                || !(operands[0] instanceof Apply inner)
                || (op != Op.INT_ADD && op != Op.INT_SUBTRACT)
                || (inner.op() != Op.INT_ADD && inner.op() != Op.INT_SUBTRACT)
                || !(inner.operand(1) instanceof Constant first)) {
            return Optional.empty();
        }
        int sum = (int) ((inner.op() == Op.INT_ADD ? first.integer() : -first.integer())
                + (op == Op.INT_ADD ? outer.integer() : -outer.integer()));
        Expr base = inner.operand(0);
        return Optional.of(sum < 0 && sum != Integer.MIN_VALUE ? base.minus(-(double) sum) : base.plus(sum));
    }

    private static Optional<Expr> twice(Op op, Expr operand) {
        return operand instanceof Apply inner && inner.op() == op ? Optional.of(inner.operand(0)) : Optional.empty();
    }

    private static Optional<Expr> lazy(Op op, Expr[] operands) {
        if (!(operands[0] instanceof Constant condition)) {
            return op == Op.CONDITIONAL && operands[1].equals(operands[2])
                    ? Optional.of(operands[1])
                    : Optional.empty();
        }
        boolean holds = condition.integer() != 0;
        return Optional.of(
                switch (op) {
                    case AND_ALSO -> holds ? operands[1] : operands[0];
                    case OR_ELSE -> holds ? operands[0] : operands[1];
                    default -> holds ? operands[1] : operands[2];
                });
    }

    /** a·b in derivative code. */
    public static Expr product(Expr a, Expr b) {
        if (isZero(a) || isZero(b)) {
            return Expr.constant(0.0);
        }
        if (isReal(a, -1.0)) {
            return negative(b);
        }
        if (isReal(b, -1.0)) {
            return negative(a);
        }
        if (isApply(a, Op.NEGATE)) {
            return negative(product(operand(a, 0), b));
        }
        if (isApply(b, Op.NEGATE)) {
            return negative(product(a, operand(b, 0)));
        }
        if (isApply(b, Op.DIVIDE) && isReal(operand(b, 0), 1.0)) {
            return a.dividedBy(operand(b, 1));
        }
        if (isApply(b, Op.MULTIPLY) && operand(b, 0) instanceof Constant && a instanceof Constant) {
            Expr factor = a.times(operand(b, 0));
            return isNormal(factor) ? product(factor, operand(b, 1)) : a.times(b);
        }
        return b instanceof Constant ? b.times(a) : a.times(b);
    }

    /** a·b in derivative code where an exact zero wins; see {@link Op#STRONG_TIMES}. */
    public static Expr strongProduct(Expr a, Expr b) {
        if (isZero(a) || isZero(b)) {
            return Expr.constant(0.0);
        }
        if (isFinite(a) || isFinite(b)) {
            return product(a, b);
        }
        return Expr.apply(Op.STRONG_TIMES, a, b);
    }

    /** a+b in derivative code. */
    public static Expr sum(Expr a, Expr b) {
        if (isZero(a)) {
            return b;
        }
        if (isZero(b)) {
            return a;
        }
        if (isApply(b, Op.NEGATE)) {
            return a.minus(operand(b, 0));
        }
        return a.plus(b);
    }

    /** −a in derivative code. */
    public static Expr negative(Expr a) {
        if (isZero(a)) {
            return Expr.constant(0.0);
        }
        if (isApply(a, Op.SUBTRACT)) {
            return operand(a, 1).minus(operand(a, 0));
        }
        if (isApply(a, Op.MULTIPLY) && operand(a, 0) instanceof Constant) {
            return operand(a, 0).negate().times(operand(a, 1));
        }
        return a.negate();
    }

    /** The rewrites of derivative code applied to one operation on already rewritten operands. */
    public static Expr derivative(Op op, Expr... operands) {
        return switch (op) {
            case ADD -> sum(operands[0], operands[1]);
            case SUBTRACT -> isZero(operands[0]) ? negative(operands[1]) : difference(operands[0], operands[1]);
            case MULTIPLY -> product(operands[0], operands[1]);
            case STRONG_TIMES -> strongProduct(operands[0], operands[1]);
            case NEGATE -> negative(operands[0]);
            case DIVIDE -> isZero(operands[0]) ? operands[0] : operands[0].dividedBy(operands[1]);
            default -> Expr.apply(op, operands);
        };
    }

    private static Expr difference(Expr a, Expr b) {
        if (isZero(b)) {
            return a;
        }
        return isApply(b, Op.NEGATE) ? sum(a, operand(b, 0)) : a.minus(b);
    }

    private static boolean isZero(Expr e) {
        return isReal(e, 0.0) || isReal(e, -0.0);
    }

    private static boolean isFinite(Expr e) {
        return e instanceof Constant c && c.type().isReal() && Double.isFinite(c.real());
    }

    /** Whether a constant has all its digits: those of two factors may have left the range of double. */
    private static boolean isNormal(Expr e) {
        return isFinite(e) && Math.abs(((Constant) e).real()) >= Double.MIN_NORMAL;
    }

    private static boolean isReal(Expr e, double value) {
        return e instanceof Constant c && c.is(value);
    }

    private static boolean isInteger(Expr e, long value) {
        return e instanceof Constant c && c.type().isInteger() && c.integer() == value;
    }

    private static boolean isApply(Expr e, Op op) {
        return e instanceof Apply apply && apply.op() == op;
    }

    private static Expr operand(Expr e, int index) {
        return ((Apply) e).operand(index);
    }
}
