package org.cotangent.ad.linalg;

import static org.cotangent.ad.linalg.Sketch.NO;
import static org.cotangent.ad.linalg.Sketch.YES;

import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Routine;
import org.cotangent.ad.ir.Rule;

/**
 * Singular values and vectors (Townsend 2016, "Differentiating the singular value decomposition"). What depends on
 * singular values alone is right where they coincide, second derivatives included; singular vectors have no
 * derivative there, and rules throw.
 */
final class SingularRules {

    private static final Variable A = Sketch.reals("a");
    private static final Variable SVD = Sketch.reals("svd");
    private static final Variable M = Sketch.integer("m");
    private static final Variable N = Sketch.integer("n");
    private static final Variable D = Sketch.reals("d");
    private static final Variable A_DOT = Sketch.reals("aDot");
    private static final Variable D_DOT = Sketch.reals("dDot");
    private static final Variable G_DOT = Sketch.reals("gDot");
    private static final Variable S_DOT = Sketch.reals("sDot");
    private static final Variable A_BAR = Sketch.reals("aBar");
    private static final Variable S_BAR = Sketch.reals("sBar");
    private static final Expr UNIT = Expr.constant(1.0);
    private static final Expr MINUS = Expr.constant(-1.0);
    private static final Expr R = Expr.apply(Op.INT_MIN, M, N);

    /** {@link SingularValueDecomposition#factor}. */
    static final External FACTOR = External.pure("factorSingular")
            .readsConstant("a", Type.DOUBLES)
            .reads("m", Type.INT)
            .reads("n", Type.INT)
            .writesConstant("svd", Type.DOUBLES)
            .method(SingularValueDecomposition.class, "factor")
            .computedInComplexBy(ComplexDecompositions::singular)
            .computedBy(call -> SingularValueDecomposition.factor(
                    call.doubles(0), call.integer(1), call.integer(2), call.doubles(3)));

    /** {@link SingularValueDecomposition#values}. */
    static final External VALUES = part("singularValues", "s", "values", SingularValueDecomposition::values)
            .computedInComplexBy(ComplexDecompositions::singularValues)
            .tangent(SingularRules::valuesTangent)
            .adjoint(SingularRules::valuesAdjoint);

    /** {@link SingularValueDecomposition#left}. */
    static final External LEFT = part("leftSingularVectors", "u", "left", SingularValueDecomposition::left)
            .computedInComplexBy(ComplexDecompositions::left)
            .tangent(() -> new Side(true).tangent())
            .adjoint(() -> new Side(true).adjoint());

    /** {@link SingularValueDecomposition#right}. */
    static final External RIGHT = part("rightSingularVectors", "v", "right", SingularValueDecomposition::right)
            .computedInComplexBy(ComplexDecompositions::right)
            .tangent(() -> new Side(false).tangent())
            .adjoint(() -> new Side(false).adjoint());

    /** {@link SingularValueDecomposition#tolerance}. */
    static final External TOLERANCE = External.pure("singularTolerance")
            .readsConstant("svd", Type.DOUBLES)
            .reads("m", Type.INT)
            .reads("n", Type.INT)
            .returns("tolerance", Type.DOUBLE)
            .method(SingularValueDecomposition.class, "tolerance")
            .computedBy(call ->
                    call.give(SingularValueDecomposition.tolerance(call.doubles(0), call.integer(1), call.integer(2))));

    /** {@link SingularValueDecomposition#slopes}. */
    static final External SLOPES = External.pure("singularSlopes")
            .reads("a", Type.DOUBLES)
            .readsConstant("svd", Type.DOUBLES)
            .reads("aDot", Type.DOUBLES)
            .reads("m", Type.INT)
            .reads("n", Type.INT)
            .writes("sDot", Type.DOUBLES)
            .method(SingularValueDecomposition.class, "slopes")
            .computedBy(SingularRules::slopes);

    /** {@link SingularValueDecomposition#compose}. */
    static final External COMPOSE = External.pure("composeSingular")
            .reads("a", Type.DOUBLES)
            .readsConstant("svd", Type.DOUBLES)
            .reads("d", Type.DOUBLES)
            .reads("m", Type.INT)
            .reads("n", Type.INT)
            .writes("g", Type.DOUBLES)
            .method(SingularValueDecomposition.class, "compose")
            .computedBy(SingularRules::compose)
            .tangent(SingularRules::composeTangent);

    /** {@link SingularValueDecomposition#composeSlope}. */
    static final External COMPOSE_SLOPE = External.pure("composeSingularSlope")
            .reads("a", Type.DOUBLES)
            .readsConstant("svd", Type.DOUBLES)
            .reads("aDot", Type.DOUBLES)
            .reads("d", Type.DOUBLES)
            .reads("dDot", Type.DOUBLES)
            .reads("m", Type.INT)
            .reads("n", Type.INT)
            .writes("gDot", Type.DOUBLES)
            .method(SingularValueDecomposition.class, "composeSlope")
            .computedBy(SingularRules::composeSlope);

    private SingularRules() {}

    /** What a decomposition holds. */
    private interface Part {
        void copy(double[] a, double[] svd, int m, int n, double[] part);
    }

    private static External part(String name, String result, String method, Part part) {
        return External.pure(name)
                .reads("a", Type.DOUBLES)
                .readsConstant("svd", Type.DOUBLES)
                .reads("m", Type.INT)
                .reads("n", Type.INT)
                .writes(result, Type.DOUBLES)
                .method(SingularValueDecomposition.class, method)
                .computedBy(call ->
                        part.copy(call.doubles(0), call.doubles(1), call.integer(2), call.integer(3), call.doubles(4)));
    }

    private static void slopes(Routine.Arguments call) {
        SingularValueDecomposition.slopes(
                call.doubles(0), call.doubles(1), call.doubles(2), call.integer(3), call.integer(4), call.doubles(5));
    }

    private static void compose(Routine.Arguments call) {
        SingularValueDecomposition.compose(
                call.doubles(0), call.doubles(1), call.doubles(2), call.integer(3), call.integer(4), call.doubles(5));
    }

    private static void composeSlope(Routine.Arguments call) {
        SingularValueDecomposition.composeSlope(
                call.doubles(0),
                call.doubles(1),
                call.doubles(2),
                call.doubles(3),
                call.doubles(4),
                call.integer(5),
                call.integer(6),
                call.doubles(7));
    }

    private static Rule valuesTangent() {
        Sketch rule = new Sketch("singularValuesTangent", A, A_DOT, SVD, M, N, S_DOT);
        rule.call(SLOPES, A, SVD, A_DOT, M, N, S_DOT);
        return rule.rule();
    }

    /** Ā += U diag(s̄) Vᵀ. */
    private static Rule valuesAdjoint() {
        Sketch rule = new Sketch("singularValuesAdjoint", A, A_BAR, SVD, M, N, S_BAR);
        Variable share = rule.allocate("share", A_BAR.length());
        rule.call(COMPOSE, A, SVD, S_BAR, M, N, share);
        rule.add(A_BAR, share);
        return rule.rule();
    }

    private static Rule composeTangent() {
        Sketch rule = new Sketch("composeSingularTangent", A, A_DOT, SVD, D, D_DOT, M, N, G_DOT);
        rule.call(COMPOSE_SLOPE, A, SVD, A_DOT, D, D_DOT, M, N, G_DOT);
        return rule.rule();
    }

    /**
     * Rules of U, or of V, which is U of Aᵀ. With P = Uᵀ Ȧ V and F = 1 / (sⱼ² - sᵢ²) off the diagonal,
     * U̇ = U (F ∘ (P S + S Pᵀ)) + (I - U Uᵀ) Ȧ V S⁻¹.
     */
    private static final class Side {

        private final boolean left;
        private final String name;
        private final Variable own;
        private final Variable ownDot;
        private final Variable ownBar;
        private final Expr rows;
        private final Expr others;

        Side(boolean left) {
            this.left = left;
            name = left ? "u" : "v";
            own = Sketch.reals(name);
            ownDot = Sketch.reals(name + "Dot");
            ownBar = Sketch.reals(name + "Bar");
            rows = left ? M : N;
            others = left ? N : M;
        }

        /** The other factor. */
        private Variable other(Sketch rule) {
            Variable other = rule.allocate(left ? "v" : "u", others.times(R));
            rule.call(left ? RIGHT : LEFT, A, SVD, M, N, other);
            return other;
        }

        private Variable values(Sketch rule) {
            Variable s = rule.allocate("s", R);
            rule.call(VALUES, A, SVD, M, N, s);
            return s;
        }

        private Variable inner(Sketch rule, Variable with) {
            Variable inner = rule.allocate("inner", R.times(R));
            rule.call(ProductRules.PRODUCT, UNIT, YES, own, NO, with, R, rows, R, inner);
            return inner;
        }

        private Rule tangent() {
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

        private Rule adjoint() {
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
                                    rule.set(
                                            to,
                                            at,
                                            to.at(at).plus(outside.at(at).dividedBy(s.at(j))));
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

        private static void pairs(Sketch rule, java.util.function.BiConsumer<Expr, Expr> turn) {
            rule.each(R, i -> rule.each(R, j -> rule.branch(i.equalTo(j), () -> {}, () -> turn.accept(i, j))));
        }

        private void requireDistinct(Sketch rule, Variable s) {
            Variable tolerance = rule.result("tolerance", TOLERANCE, SVD, M, N);
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
}
