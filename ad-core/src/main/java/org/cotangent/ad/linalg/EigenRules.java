package org.cotangent.ad.linalg;

import static org.cotangent.ad.linalg.Sketch.NO;
import static org.cotangent.ad.linalg.Sketch.YES;

import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Rule;

/**
 * Eigenvalues and eigenvectors of symmetric matrices (Giles 2008, section 3.1). What depends on eigenvalues
 * alone is right where they coincide, second derivatives included; eigenvectors have no derivative there,
 * and rules throw.
 */
final class EigenRules {

    private static final Variable A = Sketch.reals("a");
    private static final Variable E = Sketch.reals("e");
    private static final Variable N = Sketch.integer("n");
    private static final Variable D = Sketch.reals("d");
    private static final Variable V = Sketch.reals("v");
    private static final Variable A_DOT = Sketch.reals("aDot");
    private static final Variable D_DOT = Sketch.reals("dDot");
    private static final Variable G_DOT = Sketch.reals("gDot");
    private static final Variable V_DOT = Sketch.reals("vDot");
    private static final Variable W_DOT = Sketch.reals("wDot");
    private static final Variable A_BAR = Sketch.reals("aBar");
    private static final Variable V_BAR = Sketch.reals("vBar");
    private static final Variable W_BAR = Sketch.reals("wBar");
    private static final Variable A_DOT_BAR = Sketch.reals("aDotBar");
    private static final Variable W_DOT_BAR = Sketch.reals("wDotBar");
    private static final Expr UNIT = Expr.constant(1.0);

    /** {@link SymmetricEigen#factor}. */
    static final External FACTOR = External.pure("factorEigen")
            .readsConstant("a", Type.DOUBLES)
            .reads("n", Type.INT)
            .writesConstant("e", Type.DOUBLES)
            .method(SymmetricEigen.class, "factor")
            .computedInComplexBy(ComplexDecompositions::eigen)
            .computedBy(call -> SymmetricEigen.factor(call.doubles(0), call.integer(1), call.doubles(2)));

    /** {@link SymmetricEigen#values}. */
    static final External VALUES = ofDecomposition("eigenvalues")
            .writes("w", Type.DOUBLES)
            .method(SymmetricEigen.class, "values")
            .computedInComplexBy(ComplexDecompositions::values)
            .computedBy(
                    call -> SymmetricEigen.values(call.doubles(0), call.doubles(1), call.integer(2), call.doubles(3)))
            .tangent(EigenRules::valuesTangent)
            .adjoint(EigenRules::valuesAdjoint);

    /** {@link SymmetricEigen#vectors}. */
    static final External VECTORS = ofDecomposition("eigenvectors")
            .writes("v", Type.DOUBLES)
            .method(SymmetricEigen.class, "vectors")
            .computedInComplexBy(ComplexDecompositions::vectors)
            .computedBy(
                    call -> SymmetricEigen.vectors(call.doubles(0), call.doubles(1), call.integer(2), call.doubles(3)))
            .tangent(EigenRules::vectorsTangent)
            .adjoint(EigenRules::vectorsAdjoint);

    /** {@link SymmetricEigen#tolerance}. */
    static final External TOLERANCE = External.pure("eigenTolerance")
            .readsConstant("e", Type.DOUBLES)
            .reads("n", Type.INT)
            .returns("tolerance", Type.DOUBLE)
            .method(SymmetricEigen.class, "tolerance")
            .computedBy(call -> call.give(SymmetricEigen.tolerance(call.doubles(0), call.integer(1))));

    /** {@link SymmetricEigen#slopes}. */
    static final External SLOPES = External.pure("eigenvalueSlopes")
            .reads("a", Type.DOUBLES)
            .readsConstant("e", Type.DOUBLES)
            .reads("aDot", Type.DOUBLES)
            .reads("n", Type.INT)
            .writes("wDot", Type.DOUBLES)
            .method(SymmetricEigen.class, "slopes")
            .computedBy(call -> SymmetricEigen.slopes(
                    call.doubles(0), call.doubles(1), call.doubles(2), call.integer(3), call.doubles(4)))
            .adjoint(EigenRules::slopesAdjoint);

    /** {@link SymmetricEigen#compose}. */
    static final External COMPOSE = External.pure("composeEigen")
            .reads("a", Type.DOUBLES)
            .readsConstant("e", Type.DOUBLES)
            .reads("d", Type.DOUBLES)
            .reads("n", Type.INT)
            .writes("g", Type.DOUBLES)
            .method(SymmetricEigen.class, "compose")
            .computedBy(call -> SymmetricEigen.compose(
                    call.doubles(0), call.doubles(1), call.doubles(2), call.integer(3), call.doubles(4)))
            .tangent(EigenRules::composeTangent);

    /** {@link SymmetricEigen#composeSlope}. */
    static final External COMPOSE_SLOPE = External.pure("secondDerivativesOfEigenvalues")
            .reads("a", Type.DOUBLES)
            .readsConstant("e", Type.DOUBLES)
            .reads("aDot", Type.DOUBLES)
            .reads("d", Type.DOUBLES)
            .reads("dDot", Type.DOUBLES)
            .reads("n", Type.INT)
            .writes("gDot", Type.DOUBLES)
            .method(SymmetricEigen.class, "composeSlope")
            .computedBy(call -> SymmetricEigen.composeSlope(
                    call.doubles(0),
                    call.doubles(1),
                    call.doubles(2),
                    call.doubles(3),
                    call.doubles(4),
                    call.integer(5),
                    call.doubles(6)));

    private EigenRules() {}

    private static External ofDecomposition(String name) {
        return External.pure(name)
                .reads("a", Type.DOUBLES)
                .readsConstant("e", Type.DOUBLES)
                .reads("n", Type.INT);
    }

    private static Rule valuesTangent() {
        Sketch rule = new Sketch("eigenvaluesTangent", A, A_DOT, E, N, W_DOT);
        rule.call(SLOPES, A, E, A_DOT, N, W_DOT);
        return rule.rule();
    }

    /** Ā += V diag(w̄) Vᵀ. */
    private static Rule valuesAdjoint() {
        Sketch rule = new Sketch("eigenvaluesAdjoint", A, A_BAR, E, N, W_BAR);
        Variable share = rule.allocate("share", A_BAR.length());
        rule.call(COMPOSE, A, E, W_BAR, N, share);
        rule.add(A_BAR, share);
        return rule.rule();
    }

    /**
     * Of Σ w̄ᵢ ẇᵢ, the slope along Ȧ of Σ w̄ᵢ wᵢ: its gradient by Ȧ, and the change of that along Ȧ, as second
     * derivatives are symmetric.
     */
    private static Rule slopesAdjoint() {
        Sketch rule = new Sketch("eigenvalueSlopesAdjoint", A, A_BAR, E, A_DOT, A_DOT_BAR, N, W_DOT_BAR);
        requireDistinct(rule);
        Variable share = rule.allocate("share", A_BAR.length());
        rule.call(COMPOSE, A, E, W_DOT_BAR, N, share);
        rule.add(A_DOT_BAR, share);
        Variable constant = rule.allocate("constant", W_DOT_BAR.length());
        Variable bent = rule.allocate("bent", A_BAR.length());
        rule.call(COMPOSE_SLOPE, A, E, A_DOT, W_DOT_BAR, constant, N, bent);
        rule.add(A_BAR, bent);
        return rule.rule();
    }

    /** Where eigenvalues coincide, slopes go to each along eigenvectors that the decomposition does not hold. */
    private static void requireDistinct(Sketch rule) {
        Variable tolerance = rule.result("tolerance", TOLERANCE, E, N);
        rule.each(
                N.minus(1),
                i -> rule.branch(
                        E.at(i.plus(1)).minus(E.at(i)).lessThan(tolerance.plus(Double.MIN_NORMAL)),
                        () -> rule.fail(
                                "eigenvalue {} of a symmetric matrix coincides with the next, both {}, so slopes along a"
                                        + " direction have no gradient, expected distinct ones; take products of the"
                                        + " gradient (hessianVectorProduct), or differentiate elsewhere",
                                i,
                                E.at(i)),
                        () -> {}));
    }

    private static Rule composeTangent() {
        Sketch rule = new Sketch("composeEigenTangent", A, A_DOT, E, D, D_DOT, N, G_DOT);
        rule.call(COMPOSE_SLOPE, A, E, A_DOT, D, D_DOT, N, G_DOT);
        return rule.rule();
    }

    /** V̇ = V (F ∘ Vᵀ Ȧ V) with F = 1 / (wⱼ - wᵢ) off the diagonal. */
    private static Rule vectorsTangent() {
        Sketch rule = new Sketch("eigenvectorsTangent", A, A_DOT, E, N, V, V_DOT);
        Variable half = rule.allocate("half", A_DOT.length());
        rule.symmetrise(A_DOT, N, half);
        Variable right = rule.allocate("right", A_DOT.length());
        rule.call(ProductRules.PRODUCT, UNIT, NO, half, NO, V, N, N, N, right);
        Variable inner = rule.allocate("inner", A_DOT.length());
        rule.call(ProductRules.PRODUCT, UNIT, YES, V, NO, right, N, N, N, inner);
        rule.call(ProductRules.PRODUCT, UNIT, NO, V, NO, dividedByGaps(rule, inner), N, N, N, V_DOT);
        return rule.rule();
    }

    /** Ā += the symmetric part of V (F ∘ Vᵀ V̄) Vᵀ. */
    private static Rule vectorsAdjoint() {
        Sketch rule = new Sketch("eigenvectorsAdjoint", A, A_BAR, E, N, V, V_BAR);
        Variable inner = rule.allocate("inner", V_BAR.length());
        rule.call(ProductRules.PRODUCT, UNIT, YES, V, NO, V_BAR, N, N, N, inner);
        Variable left = rule.allocate("left", V_BAR.length());
        rule.call(ProductRules.PRODUCT, UNIT, NO, V, NO, dividedByGaps(rule, inner), N, N, N, left);
        Variable whole = rule.allocate("whole", V_BAR.length());
        rule.call(ProductRules.PRODUCT, UNIT, NO, left, YES, V, N, N, N, whole);
        Variable half = rule.allocate("half", V_BAR.length());
        rule.symmetrise(whole, N, half);
        rule.add(A_BAR, half);
        return rule.rule();
    }

    private static Variable dividedByGaps(Sketch rule, Variable inner) {
        Variable w = rule.allocate("w", N);
        rule.call(VALUES, A, E, N, w);
        Variable tolerance = rule.result("tolerance", TOLERANCE, E, N);
        Variable quotients = rule.allocate("quotients", inner.length());
        rule.each(
                N,
                i -> rule.each(N, j -> {
                    Expr at = i.times(N).plus(j);
                    rule.branch(i.equalTo(j), () -> {}, () -> {
                        rule.branch(
                                w.at(j).minus(w.at(i)).abs().lessThan(tolerance.plus(Double.MIN_NORMAL)),
                                () -> rule.fail(
                                        "eigenvalues {} and {} of a symmetric matrix coincide, so their eigenvectors have no"
                                                + " derivative, expected distinct ones; write the function in terms of eigenvalues,"
                                                + " or differentiate elsewhere",
                                        i,
                                        j),
                                () -> {});
                        rule.set(quotients, at, inner.at(at).dividedBy(w.at(j).minus(w.at(i))));
                    });
                }));
        return quotients;
    }
}
