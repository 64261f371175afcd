package org.cotangent.ad.linalg;

import static org.cotangent.ad.linalg.Sketch.NO;
import static org.cotangent.ad.linalg.Sketch.YES;

import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Rule;

/**
 * Cholesky factors (Murray 2016, sections 2 and 3), and solutions and determinants by them. All see
 * (A + Aᵀ) / 2.
 */
final class CholeskyRules {

    private static final Variable A = Sketch.reals("a");
    private static final Variable L = Sketch.reals("l");
    private static final Variable S = Sketch.reals("s");
    private static final Variable G = Sketch.reals("g");
    private static final Variable N = Sketch.integer("n");
    private static final Variable COLUMNS = Sketch.integer("columns");
    private static final Variable X = Sketch.reals("x");
    private static final Variable A_DOT = Sketch.reals("aDot");
    private static final Variable L_DOT = Sketch.reals("lDot");
    private static final Variable S_DOT = Sketch.reals("sDot");
    private static final Variable G_DOT = Sketch.reals("gDot");
    private static final Variable B_DOT = Sketch.reals("bDot");
    private static final Variable X_DOT = Sketch.reals("xDot");
    private static final Variable A_BAR = Sketch.reals("aBar");
    private static final Variable L_BAR = Sketch.reals("lBar");
    private static final Variable B_BAR = Sketch.reals("bBar");
    private static final Variable X_BAR = Sketch.reals("xBar");
    private static final Variable Y_BAR = Sketch.real("yBar");
    private static final Expr HALF = Expr.constant(0.5);
    private static final Expr MINUS_HALF = Expr.constant(-0.5);
    private static final Expr UNIT = Expr.constant(1.0);

    /** {@link CholeskyFactorisation#factor}, as a value without derivative. */
    static final External FACTOR = External.pure("factorCholesky")
            .readsConstant("a", Type.DOUBLES)
            .reads("n", Type.INT)
            .writesConstant("l", Type.DOUBLES)
            .method(CholeskyFactorisation.class, "factor")
            .computedInComplexBy(ComplexFactorisations::cholesky)
            .computedBy(call -> CholeskyFactorisation.factor(call.doubles(0), call.integer(1), call.doubles(2)));

    /** {@link Matrices#cholesky}: the same, with its derivative. */
    static final External CHOLESKY = External.pure("cholesky")
            .reads("a", Type.DOUBLES)
            .reads("n", Type.INT)
            .writes("l", Type.DOUBLES)
            .method(Matrices.class, "cholesky")
            .computedInComplexBy(ComplexFactorisations::cholesky)
            .computedBy(call -> CholeskyFactorisation.factor(call.doubles(0), call.integer(1), call.doubles(2)))
            .tangent(CholeskyRules::factorTangent)
            .adjoint(CholeskyRules::factorAdjoint);

    /** {@link CholeskyAdjoint#of}. */
    static final External ADJOINT = External.pure("choleskyAdjoint")
            .reads("l", Type.DOUBLES)
            .reads("s", Type.DOUBLES)
            .reads("n", Type.INT)
            .writes("g", Type.DOUBLES)
            .method(CholeskyAdjoint.class, "of")
            .computedBy(call -> CholeskyAdjoint.of(call.doubles(0), call.doubles(1), call.integer(2), call.doubles(3)))
            .tangent(CholeskyRules::adjointTangent);

    /** {@link CholeskyFactorisation#solve}. */
    static final External SOLVE = External.pure("solveCholesky")
            .reads("a", Type.DOUBLES)
            .readsConstant("l", Type.DOUBLES)
            .reads("b", Type.DOUBLES)
            .reads("n", Type.INT)
            .reads("columns", Type.INT)
            .writes("x", Type.DOUBLES)
            .method(CholeskyFactorisation.class, "solve")
            .computedInComplexBy(ComplexFactorisations::solveCholesky)
            .computedBy(call -> CholeskyFactorisation.solve(
                    call.doubles(0),
                    call.doubles(1),
                    call.doubles(2),
                    call.integer(3),
                    call.integer(4),
                    call.doubles(5)))
            .tangent(CholeskyRules::alongRight)
            .tangent(CholeskyRules::alongMatrix)
            .tangent(CholeskyRules::alongBoth)
            .adjoint(CholeskyRules::ofRight)
            .adjoint(CholeskyRules::ofMatrix)
            .adjoint(CholeskyRules::ofBoth);

    /** {@link CholeskyFactorisation#logDeterminant}. */
    static final External LOG_DETERMINANT = External.pure("logDeterminantCholesky")
            .reads("a", Type.DOUBLES)
            .readsConstant("l", Type.DOUBLES)
            .reads("n", Type.INT)
            .returns("y", Type.DOUBLE)
            .method(CholeskyFactorisation.class, "logDeterminant")
            .computedInComplexBy(ComplexFactorisations::logDeterminantCholesky)
            .computedBy(call ->
                    call.give(CholeskyFactorisation.logDeterminant(call.doubles(0), call.doubles(1), call.integer(2))))
            .adjoint(CholeskyRules::logDeterminantAdjoint);

    private CholeskyRules() {}

    /** L̇ = L Φ(L⁻¹ Ȧ L⁻ᵀ), where Φ takes the lower triangle with half of the diagonal. */
    private static Rule factorTangent() {
        Sketch rule = new Sketch("choleskyTangent", A_DOT, L, L_DOT, N);
        Variable half = rule.allocate("half", A_DOT.length());
        rule.symmetrise(A_DOT, N, half);
        Variable inner = congruence(rule, NO, half);
        Variable phi = rule.allocate("phi", A_DOT.length());
        lowerHalf(rule, inner, phi);
        rule.call(ProductRules.PRODUCT, UNIT, NO, L, NO, phi, N, N, N, L_DOT);
        return rule.rule();
    }

    /** op(L)⁻¹ M op(L)⁻ᵀ of a symmetric M. */
    private static Variable congruence(Sketch rule, Expr transposed, Variable m) {
        Variable left = rule.allocate("left", m.length());
        Variable turned = rule.allocate("turned", m.length());
        Variable inner = rule.allocate("inner", m.length());
        rule.call(TriangularRules.SOLVE, YES, transposed, L, m, N, N, left);
        rule.call(TriangularRules.TRANSPOSE, left, N, N, turned);
        rule.call(TriangularRules.SOLVE, YES, transposed, L, turned, N, N, inner);
        return inner;
    }

    private static void lowerHalf(Sketch rule, Variable from, Variable to) {
        rule.each(N, i -> {
            rule.each(
                    i, j -> rule.set(to, i.times(N).plus(j), from.at(i.times(N).plus(j))));
            rule.set(to, i.times(N).plus(i), HALF.times(from.at(i.times(N).plus(i))));
        });
    }

    private static Rule factorAdjoint() {
        Sketch rule = new Sketch("choleskyAdjointRule", A_BAR, L, L_BAR, N);
        Variable share = rule.allocate("share", L_BAR.length());
        rule.call(ADJOINT, L, L_BAR, N, share);
        rule.add(A_BAR, share);
        return rule.rule();
    }

    /**
     * Of 2 Lᵀ G L = Φ(Lᵀ S) + Φ(Lᵀ S)ᵀ, which says what the blocks compute, follows Ġ = L⁻ᵀ K L⁻¹ with
     * K = half of the tangent of the right side - Lᵀ G L̇ - its transpose.
     */
    private static Rule adjointTangent() {
        Sketch rule = new Sketch("choleskyAdjointTangent", L, L_DOT, S, S_DOT, G, G_DOT, N);
        Variable lower = triangle(rule, "lower", S);
        Variable lowerDot = triangle(rule, "lowerDot", S_DOT);
        Variable p = rule.allocate("p", S.length());
        rule.call(ProductRules.PRODUCT, UNIT, YES, L_DOT, NO, lower, N, N, N, p);
        rule.call(ProductRules.ADD_PRODUCT, UNIT, YES, L, NO, lowerDot, N, N, N, p);
        Variable q = rule.allocate("q", S.length());
        lowerHalf(rule, p, q);
        Variable gl = rule.allocate("gl", S.length());
        rule.call(ProductRules.PRODUCT, UNIT, NO, G, NO, L_DOT, N, N, N, gl);
        Variable rest = rule.allocate("rest", S.length());
        rule.call(ProductRules.PRODUCT, UNIT, YES, L, NO, gl, N, N, N, rest);
        Variable k = rule.allocate("k", S.length());
        rule.each(
                N,
                i -> rule.each(
                        N,
                        j -> rule.set(
                                k,
                                i.times(N).plus(j),
                                HALF.times(q.at(i.times(N).plus(j))
                                                .plus(q.at(j.times(N).plus(i))))
                                        .minus(rest.at(i.times(N).plus(j)))
                                        .minus(rest.at(j.times(N).plus(i))))));
        Variable inner = congruence(rule, YES, k);
        rule.each(inner.length(), i -> rule.set(G_DOT, i, inner.at(i)));
        return rule.rule();
    }

    private static Variable triangle(Sketch rule, String name, Variable from) {
        Variable made = rule.allocate(name, from.length());
        rule.each(
                N,
                i -> rule.each(
                        i.plus(1),
                        j -> rule.set(
                                made, i.times(N).plus(j), from.at(i.times(N).plus(j)))));
        return made;
    }

    private static Rule alongRight() {
        Sketch rule = new Sketch("solveCholeskyTangentB", A, L, B_DOT, N, COLUMNS, X_DOT);
        rule.call(SOLVE, A, L, B_DOT, N, COLUMNS, X_DOT);
        return rule.rule();
    }

    private static Rule alongMatrix() {
        Sketch rule = new Sketch("solveCholeskyTangentA", A, A_DOT, L, N, COLUMNS, X, X_DOT);
        along(rule, rule.allocate("right", X.length()));
        return rule.rule();
    }

    private static Rule alongBoth() {
        Sketch rule = new Sketch("solveCholeskyTangent", A, A_DOT, L, B_DOT, N, COLUMNS, X, X_DOT);
        along(rule, rule.copy("right", B_DOT));
        return rule.rule();
    }

    private static void along(Sketch rule, Variable right) {
        rule.call(ProductRules.ADD_PRODUCT, MINUS_HALF, NO, A_DOT, NO, X, N, N, COLUMNS, right);
        rule.call(ProductRules.ADD_PRODUCT, MINUS_HALF, YES, A_DOT, NO, X, N, N, COLUMNS, right);
        rule.call(SOLVE, A, L, right, N, COLUMNS, X_DOT);
    }

    private static Rule ofRight() {
        Sketch rule = new Sketch("solveCholeskyAdjointB", A, L, B_BAR, N, COLUMNS, X_BAR);
        rule.add(B_BAR, back(rule));
        return rule.rule();
    }

    private static Rule ofMatrix() {
        Sketch rule = new Sketch("solveCholeskyAdjointA", A, A_BAR, L, N, COLUMNS, X, X_BAR);
        subtractOuter(rule, back(rule));
        return rule.rule();
    }

    private static Rule ofBoth() {
        Sketch rule = new Sketch("solveCholeskyAdjoint", A, A_BAR, L, B_BAR, N, COLUMNS, X, X_BAR);
        Variable share = back(rule);
        rule.add(B_BAR, share);
        subtractOuter(rule, share);
        return rule.rule();
    }

    private static Variable back(Sketch rule) {
        Variable share = rule.allocate("share", X_BAR.length());
        rule.call(SOLVE, A, L, X_BAR, N, COLUMNS, share);
        return share;
    }

    private static void subtractOuter(Sketch rule, Variable share) {
        rule.call(ProductRules.ADD_PRODUCT, MINUS_HALF, NO, share, YES, X, N, COLUMNS, N, A_BAR);
        rule.call(ProductRules.ADD_PRODUCT, MINUS_HALF, NO, X, YES, share, N, COLUMNS, N, A_BAR);
    }

    private static Rule logDeterminantAdjoint() {
        Sketch rule = new Sketch("logDeterminantCholeskyAdjoint", A, A_BAR, L, N, Y_BAR);
        Variable unit = rule.identity("unit", N);
        Variable inverse = rule.allocate("inverse", N.times(N));
        rule.call(SOLVE, A, L, unit, N, N, inverse);
        rule.addMultiple(A_BAR, Y_BAR, inverse);
        return rule.rule();
    }
}
