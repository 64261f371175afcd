package org.cotangent.ad.linalg;

import static org.cotangent.ad.linalg.Sketch.NO;
import static org.cotangent.ad.linalg.Sketch.YES;

import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Rule;

/**
 * X = A⁺ where the rank stays (Golub and Pereyra 1973, theorem 4.3):
 * dX = -X dA X + X Xᵀ dAᵀ (I - A X) + (I - X A) dAᵀ Xᵀ X.
 */
final class PseudoInverseRules {

    private static final Variable A = Sketch.reals("a");
    private static final Variable M = Sketch.integer("m");
    private static final Variable N = Sketch.integer("n");
    private static final Variable X = Sketch.reals("x");
    private static final Variable A_DOT = Sketch.reals("aDot");
    private static final Variable X_DOT = Sketch.reals("xDot");
    private static final Variable A_BAR = Sketch.reals("aBar");
    private static final Variable X_BAR = Sketch.reals("xBar");
    private static final Expr UNIT = Expr.constant(1.0);
    private static final Expr MINUS = Expr.constant(-1.0);

    /** {@link SingularValueDecomposition#pseudoInverse}. */
    static final External PSEUDO_INVERSE = External.pure("pseudoInverse")
            .reads("a", Type.DOUBLES)
            .readsConstant("svd", Type.DOUBLES)
            .reads("m", Type.INT)
            .reads("n", Type.INT)
            .writes("x", Type.DOUBLES)
            .method(SingularValueDecomposition.class, "pseudoInverse")
            .computedInComplexBy(ComplexDecompositions::pseudoInverse)
            .computedBy(call -> SingularValueDecomposition.pseudoInverse(
                    call.doubles(0), call.doubles(1), call.integer(2), call.integer(3), call.doubles(4)))
            .tangent(PseudoInverseRules::tangent)
            .adjoint(PseudoInverseRules::adjoint);

    private PseudoInverseRules() {}

    private static Rule tangent() {
        Sketch rule = new Sketch("pseudoInverseTangent", A, A_DOT, M, N, X, X_DOT);
        Variable image = product(rule, "image", NO, A_DOT, NO, X, M, N, M);
        rule.call(ProductRules.PRODUCT, MINUS, NO, X, NO, image, N, M, M, X_DOT);
        Variable inner = product(rule, "inner", YES, A_DOT, NO, A, N, M, N);
        Variable leaving = rule.allocate("leaving", N.times(M));
        rule.call(TriangularRules.TRANSPOSE, A_DOT, M, N, leaving);
        rule.call(ProductRules.ADD_PRODUCT, MINUS, NO, inner, NO, X, N, N, M, leaving);
        Variable turned = product(rule, "turned", YES, X, NO, leaving, M, N, M);
        rule.call(ProductRules.ADD_PRODUCT, UNIT, NO, X, NO, turned, N, M, M, X_DOT);
        Variable back = product(rule, "back", NO, X, NO, A_DOT, N, M, N);
        Variable arriving = product(rule, "arriving", YES, back, NO, X, N, N, M);
        rule.add(X_DOT, arriving);
        Variable inside = product(rule, "inside", NO, A, NO, arriving, M, N, M);
        rule.call(ProductRules.ADD_PRODUCT, MINUS, NO, X, NO, inside, N, M, M, X_DOT);
        return rule.rule();
    }

    private static Rule adjoint() {
        Sketch rule = new Sketch("pseudoInverseAdjoint", A, A_BAR, M, N, X, X_BAR);
        Variable image = product(rule, "image", YES, X, NO, X_BAR, M, N, M);
        rule.call(ProductRules.ADD_PRODUCT, MINUS, NO, image, YES, X, M, M, N, A_BAR);
        Variable leaving = product(rule, "leaving", YES, image, YES, X, M, M, N);
        rule.add(A_BAR, leaving);
        Variable inside = product(rule, "inside", NO, X, NO, leaving, N, M, N);
        rule.call(ProductRules.ADD_PRODUCT, MINUS, NO, A, NO, inside, M, N, N, A_BAR);
        Variable inner = product(rule, "inner", NO, X, YES, X_BAR, N, M, N);
        Variable arriving = product(rule, "arriving", YES, X, NO, inner, M, N, N);
        rule.add(A_BAR, arriving);
        Variable turned = product(rule, "turned", NO, arriving, NO, X, M, N, M);
        rule.call(ProductRules.ADD_PRODUCT, MINUS, NO, turned, NO, A, M, M, N, A_BAR);
        return rule.rule();
    }

    private static Variable product(
            Sketch rule, String name, Expr aT, Variable a, Expr bT, Variable b, Expr m, Expr k, Expr n) {
        Variable product = rule.allocate(name, m.times(n));
        rule.call(ProductRules.PRODUCT, UNIT, aT, a, bT, b, m, k, n, product);
        return product;
    }
}
