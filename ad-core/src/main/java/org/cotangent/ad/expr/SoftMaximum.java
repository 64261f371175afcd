package org.cotangent.ad.expr;

/**
 * Sums of exponentials that cannot overflow.
 *
 * <p>All exponents are shifted by their maximum rounded to an integer. It serves as well as the
 * maximum, since exponents are then at most 0.5, and being a step it carries no derivative: the
 * shift cancels in exact arithmetic, so that its derivative would only bring in rounding errors.
 */
final class SoftMaximum {

    private static final Expr ZERO = Expr.constant(0.0);
    private static final Expr ONE = Expr.constant(1.0);

    private SoftMaximum() {}

    static Expr logSumExp(VectorExpr x) {
        Expr shift = x.rint().max();
        Expr total = x.minus(shift).exp().sum().log().plus(shift);
        VectorExpr tied = x.map(Op.EQUAL, shift);
        Expr infinite =
                tied.choose(x, ZERO).sum().dividedBy(tied.choose(ONE, ZERO).sum());
        return isInfinite(shift).select(orNothing(infinite, x.length(), shift), total);
    }

    /** Of no elements: the logarithm of 0, which their maximum happens to be. */
    private static Expr orNothing(Expr infinite, Expr count, Expr maximum) {
        return count.equalTo(0).select(maximum, infinite);
    }

    static VectorExpr softmax(VectorExpr x) {
        VectorExpr weights = x.minus(x.rint().max()).exp();
        return weights.dividedBy(weights.sum());
    }

    static VectorExpr logSumExp(Lines x) {
        MatrixExpr z = x.matrix();
        VectorExpr shift = x.of(z.rint()).max();
        VectorExpr total = x.of(x.minusOneEach(shift).exp()).sum().log().plus(shift);
        MatrixExpr tied = x.equalToOneEach(shift);
        VectorExpr infinite = x.of(tied.choose(z, ZERO))
                .sum()
                .dividedBy(x.of(tied.choose(ONE, ZERO)).sum());
        VectorExpr some = x.length().equalTo(0).select(shift, infinite);
        return isInfinite(shift).select(some, total);
    }

    static MatrixExpr softmax(Lines x) {
        MatrixExpr weights = x.minusOneEach(x.of(x.matrix().rint()).max()).exp();
        return x.of(weights).divideOneEach(x.of(weights).sum());
    }

    private static <E extends Arithmetic<E>> E isInfinite(E value) {
        return value.abs().equalTo(Double.POSITIVE_INFINITY);
    }
}
