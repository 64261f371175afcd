package org.cotangent.ad.linalg;

import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Routine;
import org.cotangent.ad.ir.Rule;

/**
 * Singular values (Townsend 2016, "Differentiating the singular value decomposition"), and what uses a decomposition.
 * What depends on singular values alone is right where they coincide, second derivatives included; the rules of their
 * vectors are {@link SingularVectorRules}.
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
    private static final Variable A_DOT_BAR = Sketch.reals("aDotBar");
    private static final Variable S_DOT_BAR = Sketch.reals("sDotBar");

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
            .tangent(() -> SingularVectorRules.left().tangent())
            .adjoint(() -> SingularVectorRules.left().adjoint());

    /** {@link SingularValueDecomposition#right}. */
    static final External RIGHT = part("rightSingularVectors", "v", "right", SingularValueDecomposition::right)
            .computedInComplexBy(ComplexDecompositions::right)
            .tangent(() -> SingularVectorRules.right().tangent())
            .adjoint(() -> SingularVectorRules.right().adjoint());

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
            .computedBy(SingularRules::slopes)
            .adjoint(SingularRules::slopesAdjoint);

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
    static final External COMPOSE_SLOPE = External.pure("secondDerivativesOfSingularValues")
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

    /**
     * Of Σ s̄ᵢ ṡᵢ, the slope along Ȧ of Σ s̄ᵢ sᵢ: its gradient by Ȧ, and the change of that along Ȧ, as second
     * derivatives are symmetric.
     */
    private static Rule slopesAdjoint() {
        Sketch rule = new Sketch("singularSlopesAdjoint", A, A_BAR, SVD, A_DOT, A_DOT_BAR, M, N, S_DOT_BAR);
        requireDistinct(rule, S_DOT_BAR.length());
        Variable share = rule.allocate("share", A_BAR.length());
        rule.call(COMPOSE, A, SVD, S_DOT_BAR, M, N, share);
        rule.add(A_DOT_BAR, share);
        Variable constant = rule.allocate("constant", S_DOT_BAR.length());
        Variable bent = rule.allocate("bent", A_BAR.length());
        rule.call(COMPOSE_SLOPE, A, SVD, A_DOT, S_DOT_BAR, constant, M, N, bent);
        rule.add(A_BAR, bent);
        return rule.rule();
    }

    /** As for eigenvalues; one that is 0 coincides with its negative. */
    private static void requireDistinct(Sketch rule, Expr count) {
        Variable tolerance = rule.result("tolerance", TOLERANCE, SVD, M, N);
        rule.each(count, i -> {
            Variable next = Sketch.real("next");
            rule.assign(next, Expr.constant(0.0));
            rule.branch(i.plus(1).lessThan(count), () -> rule.assign(next, SVD.at(i.plus(1))), () -> {});
            rule.branch(
                    SVD.at(i).minus(next).lessThan(tolerance.plus(Double.MIN_NORMAL)),
                    () -> rule.fail(
                            "singular value {} is {} and the next {}, so slopes along a direction have no gradient,"
                                    + " expected distinct ones and none of them 0; take products of the gradient"
                                    + " (hessianVectorProduct), or differentiate elsewhere",
                            i,
                            SVD.at(i),
                            next),
                    () -> {});
        });
    }

    private static Rule composeTangent() {
        Sketch rule = new Sketch("composeSingularTangent", A, A_DOT, SVD, D, D_DOT, M, N, G_DOT);
        rule.call(COMPOSE_SLOPE, A, SVD, A_DOT, D, D_DOT, M, N, G_DOT);
        return rule.rule();
    }
}
