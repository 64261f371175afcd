package org.cotangent.examples.models;

import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.VectorExpr;

/** What regression models are made of. Each acts on every observation of x. */
final class Terms {

    private static final int MONTHS = 12;

    private Terms() {}

    static Expr one() {
        return Graph.constant(1);
    }

    /** c₀ + c₁ x + c₂ x² + …, by Horner's rule; at least two coefficients. */
    static VectorExpr polynomial(VectorExpr x, Expr... coefficients) {
        int last = coefficients.length - 1;
        VectorExpr sum = x.times(coefficients[last]).plus(coefficients[last - 1]);
        for (int i = last - 2; i >= 0; i--) {
            sum = sum.times(x).plus(coefficients[i]);
        }
        return sum;
    }

    /** height · exp(−rate · x). */
    static VectorExpr decay(VectorExpr x, Expr height, Expr rate) {
        return x.times(rate.negate()).exp().times(height);
    }

    /** height · exp(−((x − centre) / width)²). */
    static VectorExpr peak(VectorExpr x, Expr height, Expr centre, Expr width) {
        return x.minus(centre).dividedBy(width).square().negate().exp().times(height);
    }

    /** cosine · cos(2πx/period) + sine · sin(2πx/period). */
    static VectorExpr cycle(VectorExpr x, Expr period, Expr cosine, Expr sine) {
        VectorExpr angle = x.times(2 * Math.PI).dividedBy(period);
        return angle.cos().times(cosine).plus(angle.sin().times(sine));
    }

    /** The cycle of a year, x in months. */
    static VectorExpr year(VectorExpr x, Expr cosine, Expr sine) {
        return cycle(x, Graph.constant(MONTHS), cosine, sine);
    }

    /** 1 + exp(shift − rate · x). */
    static VectorExpr logisticDenominator(VectorExpr x, Expr shift, Expr rate) {
        return shift.minus(x.times(rate)).exp().plus(1);
    }
}
