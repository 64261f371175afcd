package org.cotangent.ad.linalg;

import static org.cotangent.ad.linalg.Sketch.NO;
import static org.cotangent.ad.linalg.Sketch.YES;

import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Rule;

/**
 * Square roots and orthogonal factors by Sylvester equations (Higham 2008, "Functions of matrices", sections 6.2 and
 * 8.1). The linear maps from tangent to tangent are their own transposes, so tangent and adjoint are one program.
 */
final class SquareRootRules {

    private static final Variable A = Sketch.reals("a");
    private static final Variable B = Sketch.reals("b");
    private static final Variable H = Sketch.reals("h");
    private static final Variable Q = Sketch.reals("q");
    private static final Variable Z = Sketch.reals("z");
    private static final Variable ROOT = Sketch.reals("root");
    private static final Variable M = Sketch.integer("m");
    private static final Variable N = Sketch.integer("n");
    private static final Variable A_DOT = Sketch.reals("aDot");
    private static final Variable B_DOT = Sketch.reals("bDot");
    private static final Variable H_DOT = Sketch.reals("hDot");
    private static final Variable Q_DOT = Sketch.reals("qDot");
    private static final Variable Z_DOT = Sketch.reals("zDot");
    private static final Variable RIGHT_DOT = Sketch.reals("rightDot");
    private static final Variable A_BAR = Sketch.reals("aBar");
    private static final Variable B_BAR = Sketch.reals("bBar");
    private static final Variable H_BAR = Sketch.reals("hBar");
    private static final Variable Q_BAR = Sketch.reals("qBar");
    private static final Variable Z_BAR = Sketch.reals("zBar");
    private static final Variable RIGHT_BAR = Sketch.reals("rightBar");
    private static final Expr UNIT = Expr.constant(1.0);
    private static final Expr MINUS = Expr.constant(-1.0);

    /** {@link SquareRoots#factor}. */
    static final External FACTOR = External.pure("factorRoot")
            .readsConstant("e", Type.DOUBLES)
            .reads("n", Type.INT)
            .writesConstant("root", Type.DOUBLES)
            .method(SquareRoots.class, "factor")
            .computedInComplexBy(ComplexDecompositions::root)
            .computedBy(call -> SquareRoots.factor(call.doubles(0), call.integer(1), call.doubles(2)));

    /** {@link SquareRoots#factorGram}. */
    static final External FACTOR_GRAM = External.pure("factorGramRoot")
            .readsConstant("svd", Type.DOUBLES)
            .reads("m", Type.INT)
            .reads("n", Type.INT)
            .writesConstant("root", Type.DOUBLES)
            .method(SquareRoots.class, "factorGram")
            .computedInComplexBy(ComplexDecompositions::gramRoot)
            .computedBy(
                    call -> SquareRoots.factorGram(call.doubles(0), call.integer(1), call.integer(2), call.doubles(3)));

    /** {@link SquareRoots#compose}. */
    static final External SQUARE_ROOT = External.pure("squareRoot")
            .reads("a", Type.DOUBLES)
            .readsConstant("root", Type.DOUBLES)
            .reads("n", Type.INT)
            .writes("b", Type.DOUBLES)
            .method(SquareRoots.class, "compose")
            .computedInComplexBy(ComplexDecompositions::squareRoot)
            .computedBy(call -> SquareRoots.compose(call.doubles(0), call.doubles(1), call.integer(2), call.doubles(3)))
            .tangent(SquareRootRules::rootTangent)
            .adjoint(SquareRootRules::rootAdjoint);

    /** {@link SquareRoots#orthogonalFactor}, of matrices with at least as many rows as columns. */
    static final External ORTHOGONAL = External.pure("orthogonalFactor")
            .reads("a", Type.DOUBLES)
            .readsConstant("svd", Type.DOUBLES)
            .readsConstant("root", Type.DOUBLES)
            .reads("m", Type.INT)
            .reads("n", Type.INT)
            .writes("q", Type.DOUBLES)
            .method(SquareRoots.class, "orthogonalFactor")
            .computedInComplexBy(ComplexDecompositions::orthogonalFactor)
            .computedBy(call -> SquareRoots.orthogonalFactor(
                    call.doubles(0),
                    call.doubles(1),
                    call.doubles(2),
                    call.integer(3),
                    call.integer(4),
                    call.doubles(5)))
            .tangent(SquareRootRules::orthogonalTangent)
            .adjoint(SquareRootRules::orthogonalAdjoint);

    /** {@link SquareRoots#sylvester}. */
    static final External SYLVESTER = External.pure("sylvester")
            .reads("h", Type.DOUBLES)
            .readsConstant("root", Type.DOUBLES)
            .reads("right", Type.DOUBLES)
            .reads("n", Type.INT)
            .writes("z", Type.DOUBLES)
            .method(SquareRoots.class, "sylvester")
            .computedBy(call -> SquareRoots.sylvester(
                    call.doubles(0), call.doubles(1), call.doubles(2), call.integer(3), call.doubles(4)))
            .tangent(SquareRootRules::sylvesterTangent)
            .adjoint(SquareRootRules::sylvesterAdjoint);

    private SquareRootRules() {}

    /** B Ḃ + Ḃ B = Ȧ. */
    private static Rule rootTangent() {
        Sketch rule = new Sketch("squareRootTangent", A_DOT, ROOT, N, B, B_DOT);
        Variable half = rule.allocate("half", A_DOT.length());
        rule.symmetrise(A_DOT, N, half);
        rule.call(SYLVESTER, B, ROOT, half, N, B_DOT);
        return rule.rule();
    }

    private static Rule rootAdjoint() {
        Sketch rule = new Sketch("squareRootAdjoint", A_BAR, ROOT, N, B, B_BAR);
        Variable half = rule.allocate("half", B_BAR.length());
        rule.symmetrise(B_BAR, N, half);
        Variable share = rule.allocate("share", B_BAR.length());
        rule.call(SYLVESTER, B, ROOT, half, N, share);
        rule.add(A_BAR, share);
        return rule.rule();
    }

    private static Rule orthogonalTangent() {
        Sketch rule = new Sketch("orthogonalTangent", A, A_DOT, ROOT, M, N, Q, Q_DOT);
        rule.each(Q_DOT.length(), i -> rule.set(Q_DOT, i, Expr.constant(0.0)));
        orthogonal(rule, A_DOT, Q_DOT);
        return rule.rule();
    }

    private static Rule orthogonalAdjoint() {
        Sketch rule = new Sketch("orthogonalAdjoint", A, A_BAR, ROOT, M, N, Q, Q_BAR);
        orthogonal(rule, Q_BAR, A_BAR);
        return rule.rule();
    }

    /** Adds Q Z + (I - Q Qᵀ) D H⁻¹ where H Z + Z H = Qᵀ D - Dᵀ Q. */
    private static void orthogonal(Sketch rule, Variable direction, Variable to) {
        Variable h = rule.allocate("h", N.times(N));
        rule.call(ProductRules.PRODUCT, UNIT, YES, Q, NO, A, N, M, N, h);
        Variable inner = rule.allocate("inner", N.times(N));
        rule.call(ProductRules.PRODUCT, UNIT, YES, Q, NO, direction, N, M, N, inner);
        Variable skew = rule.allocate("skew", N.times(N));
        rule.combine(UNIT, inner, MINUS, N, skew);
        Variable z = rule.allocate("z", N.times(N));
        rule.call(SYLVESTER, h, ROOT, skew, N, z);
        rule.call(ProductRules.ADD_PRODUCT, UNIT, NO, Q, NO, z, M, N, N, to);
        rule.branch(
                M.greaterThan(N),
                () -> {
                    Variable outside = rule.copy("outside", direction);
                    rule.call(ProductRules.ADD_PRODUCT, MINUS, NO, Q, NO, inner, M, N, N, outside);
                    Variable turned = rule.allocate("turned", outside.length());
                    rule.call(TriangularRules.TRANSPOSE, outside, M, N, turned);
                    Variable factor = rule.allocate("factor", N.times(N));
                    rule.call(CholeskyRules.FACTOR, h, N, factor);
                    Variable share = rule.allocate("share", outside.length());
                    rule.call(CholeskyRules.SOLVE, h, factor, turned, N, M, share);
                    rule.each(
                            M,
                            i -> rule.each(N, j -> {
                                Expr at = i.times(N).plus(j);
                                rule.set(
                                        to,
                                        at,
                                        to.at(at).plus(share.at(j.times(M).plus(i))));
                            }));
                },
                () -> {});
    }

    /** H ż + ż H = ṙ - Ḣ z - z Ḣ. */
    private static Rule sylvesterTangent() {
        Sketch rule = new Sketch("sylvesterTangent", H, H_DOT, ROOT, RIGHT_DOT, N, Z, Z_DOT);
        Variable right = rule.copy("rest", RIGHT_DOT);
        rule.call(ProductRules.ADD_PRODUCT, MINUS, NO, H_DOT, NO, Z, N, N, N, right);
        rule.call(ProductRules.ADD_PRODUCT, MINUS, NO, Z, NO, H_DOT, N, N, N, right);
        rule.call(SYLVESTER, H, ROOT, right, N, Z_DOT);
        return rule.rule();
    }

    private static Rule sylvesterAdjoint() {
        Sketch rule = new Sketch("sylvesterAdjoint", H, H_BAR, ROOT, RIGHT_BAR, N, Z, Z_BAR);
        Variable share = rule.allocate("share", Z_BAR.length());
        rule.call(SYLVESTER, H, ROOT, Z_BAR, N, share);
        rule.add(RIGHT_BAR, share);
        rule.call(ProductRules.ADD_PRODUCT, MINUS, NO, share, YES, Z, N, N, N, H_BAR);
        rule.call(ProductRules.ADD_PRODUCT, MINUS, YES, Z, NO, share, N, N, N, H_BAR);
        return rule.rule();
    }
}
