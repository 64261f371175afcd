package org.cotangent.ad.linalg;

import static org.cotangent.ad.linalg.Sketch.NO;
import static org.cotangent.ad.linalg.Sketch.YES;

import java.util.function.BiConsumer;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Rule;

/**
 * Rules of singular vectors (Townsend 2016), of U, or of V, which is U of Aᵀ. They throw where singular values coincide. With P = Uᵀ Ȧ V and F = 1 / (sⱼ² - sᵢ²) off the diagonal,
 * U̇ = U (F ∘ (P S + S Pᵀ)) + (I - U Uᵀ) Ȧ V S⁻¹.
 */
final class SingularVectorRules {

    private static final Variable A = Sketch.reals("a");
    private static final Variable SVD = Sketch.reals("svd");
    private static final Variable M = Sketch.integer("m");
    private static final Variable N = Sketch.integer("n");
    private static final Variable A_DOT = Sketch.reals("aDot");
    private static final Variable A_BAR = Sketch.reals("aBar");
    private static final Expr UNIT = Expr.constant(1.0);
    private static final Expr MINUS = Expr.constant(-1.0);
    private static final Expr R = Expr.apply(Op.INT_MIN, M, N);

    private final boolean left;
    private final String name;
    private final Variable own;
    private final Variable ownDot;
    private final Variable ownBar;
    private final Expr rows;
    private final Expr others;

    private SingularVectorRules(boolean left) {
        this.left = left;
        name = left ? "u" : "v";
        own = Sketch.reals(name);
        ownDot = Sketch.reals(name + "Dot");
        ownBar = Sketch.reals(name + "Bar");
        rows = left ? M : N;
        others = left ? N : M;
    }

    static SingularVectorRules left() {
        return new SingularVectorRules(true);
    }

    static SingularVectorRules right() {
        return new SingularVectorRules(false);
    }

    /** The other factor. */
    private Variable other(Sketch rule) {
        Variable other = rule.allocate(left ? "v" : "u", others.times(R));
        rule.call(left ? SingularRules.RIGHT : SingularRules.LEFT, A, SVD, M, N, other);
        return other;
    }

    private Variable values(Sketch rule) {
        Variable s = rule.allocate("s", R);
        rule.call(SingularRules.VALUES, A, SVD, M, N, s);
        return s;
    }

    private Variable inner(Sketch rule, Variable with) {
        Variable inner = rule.allocate("inner", R.times(R));
        rule.call(ProductRules.PRODUCT, UNIT, YES, own, NO, with, R, rows, R, inner);
        return inner;
    }

    Rule tangent() {
        Sketch rule = new Sketch(left ? "leftTangent" : "rightTangent", A, A_DOT, SVD, M, N, own, ownDot);
        Variable s = values(rule);
        requireDistinct(rule, s);
        Variable image = rule.allocate("image", rows.times(R));
        rule.call(ProductRules.PRODUCT, UNIT, left ? NO : YES, A_DOT, NO, other(rule), rows, others, R, image);
        Variable inner = inner(rule, image);
        Variable turn = rule.allocate("turn", R.times(R));
        pairs(rule, (i, j) -> {
            Expr sum = s.at(j).times(at(inner, i, j)).plus(s.at(i).times(at(inner, j, i)));
            rule.set(turn, i.times(R).plus(j), sum.dividedBy(gap(s, i, j)));
        });
        rule.call(ProductRules.PRODUCT, UNIT, NO, own, NO, turn, rows, R, R, ownDot);
        addOutside(rule, s, image, inner, ownDot);
        return rule.rule();
    }

    Rule adjoint() {
        Sketch rule = new Sketch(left ? "leftAdjoint" : "rightAdjoint", A, A_BAR, SVD, M, N, own, ownBar);
        Variable s = values(rule);
        requireDistinct(rule, s);
        Variable inner = inner(rule, ownBar);
        Variable turn = rule.allocate("turn", R.times(R));
        pairs(rule, (i, j) -> {
            Expr skew = at(inner, i, j).minus(at(inner, j, i));
            rule.set(turn, i.times(R).plus(j), s.at(j).times(skew).dividedBy(gap(s, i, j)));
        });
        Variable share = rule.allocate("share", rows.times(R));
        rule.call(ProductRules.PRODUCT, UNIT, NO, own, NO, turn, rows, R, R, share);
        addOutside(rule, s, ownBar, inner, share);
        Variable other = other(rule);
        Variable first = left ? share : other;
        rule.call(ProductRules.ADD_PRODUCT, UNIT, NO, first, YES, left ? other : share, M, R, N, A_BAR);
        return rule.rule();
    }

    /** Adds (what - own inner) S⁻¹, which is 0 where columns fill the space. */
    private void addOutside(Sketch rule, Variable s, Variable what, Variable inner, Variable to) {
        rule.branch(
                rows.greaterThan(R),
                () -> {
                    Variable outside = rule.copy("outside", what);
                    rule.call(ProductRules.ADD_PRODUCT, MINUS, NO, own, NO, inner, rows, R, R, outside);
                    rule.each(
                            rows,
                            i -> rule.each(R, j -> {
                                Expr at = i.times(R).plus(j);
                                rule.set(to, at, to.at(at).plus(outside.at(at).dividedBy(s.at(j))));
                            }));
                },
                () -> {});
    }

    private static Expr at(Variable matrix, Expr i, Expr j) {
        return matrix.at(i.times(R).plus(j));
    }

    private static Expr gap(Variable s, Expr i, Expr j) {
        return s.at(j).minus(s.at(i)).times(s.at(j).plus(s.at(i)));
    }

    private static void pairs(Sketch rule, BiConsumer<Expr, Expr> turn) {
        rule.each(R, i -> rule.each(R, j -> rule.branch(i.equalTo(j), () -> {}, () -> turn.accept(i, j))));
    }

    private void requireDistinct(Sketch rule, Variable s) {
        Variable tolerance = rule.result("tolerance", SingularRules.TOLERANCE, SVD, M, N);
        rule.each(
                R.minus(1),
                i -> rule.branch(
                        s.at(i).minus(s.at(i.plus(1))).lessThan(tolerance.plus(Double.MIN_NORMAL)),
                        () -> rule.fail(
                                "singular value {} coincides with the next, both {}, so their singular vectors have no"
                                        + " derivative, expected distinct ones; write the function in terms of singular"
                                        + " values or orthogonalFactor, or differentiate elsewhere",
                                i,
                                s.at(i)),
                        () -> {}));
        rule.branch(
                rows.greaterThan(R),
                () -> rule.branch(
                        s.at(R.minus(1)).lessThan(tolerance.plus(Double.MIN_NORMAL)),
                        () -> rule.fail(
                                "singular value {} of a matrix of {} x {} is 0 to working precision, so its vector in"
                                        + " the longer direction has no derivative, expected full rank; differentiate"
                                        + " elsewhere",
                                R.minus(1),
                                M,
                                N),
                        () -> {}),
                () -> {});
    }
}
