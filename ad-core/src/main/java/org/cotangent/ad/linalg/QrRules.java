package org.cotangent.ad.linalg;

import static org.cotangent.ad.linalg.Sketch.NO;
import static org.cotangent.ad.linalg.Sketch.YES;

import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Rule;

/** Least squares: dx = A⁺ (db - dA x) + (Aᵀ A)⁻¹ dAᵀ r with the residual r = b - A x (Golub and Pereyra 1973). */
final class QrRules {

    private static final Variable A = Sketch.reals("a");
    private static final Variable QR = Sketch.reals("qr");
    private static final Variable B = Sketch.reals("b");
    private static final Variable M = Sketch.integer("m");
    private static final Variable N = Sketch.integer("n");
    private static final Variable COLUMNS = Sketch.integer("columns");
    private static final Variable X = Sketch.reals("x");
    private static final Variable U = Sketch.reals("u");
    private static final Variable A_DOT = Sketch.reals("aDot");
    private static final Variable B_DOT = Sketch.reals("bDot");
    private static final Variable W_DOT = Sketch.reals("wDot");
    private static final Variable X_DOT = Sketch.reals("xDot");
    private static final Variable U_DOT = Sketch.reals("uDot");
    private static final Variable A_BAR = Sketch.reals("aBar");
    private static final Variable B_BAR = Sketch.reals("bBar");
    private static final Variable W_BAR = Sketch.reals("wBar");
    private static final Variable X_BAR = Sketch.reals("xBar");
    private static final Variable U_BAR = Sketch.reals("uBar");
    private static final Expr PLUS = Expr.constant(1.0);
    private static final Expr MINUS = Expr.constant(-1.0);

    /** {@link QrFactorisation#factor}. */
    static final External FACTOR = External.pure("factorQr")
            .readsConstant("a", Type.DOUBLES)
            .reads("m", Type.INT)
            .reads("n", Type.INT)
            .writesConstant("qr", Type.DOUBLES)
            .method(QrFactorisation.class, "factor")
            .computedInComplexBy(ComplexDecompositions::qr)
            .computedBy(
                    call -> QrFactorisation.factor(call.doubles(0), call.integer(1), call.integer(2), call.doubles(3)));

    /** {@link QrFactorisation#solve}. */
    static final External SOLVE = system("leastSquares", "b", "x", "solve")
            .computedInComplexBy(ComplexDecompositions::leastSquares)
            .computedBy(call -> QrFactorisation.solve(
                    call.doubles(0),
                    call.doubles(1),
                    call.doubles(2),
                    call.integer(3),
                    call.integer(4),
                    call.integer(5),
                    call.doubles(6)))
            .tangent(QrRules::alongRight)
            .tangent(QrRules::alongBoth)
            .adjoint(QrRules::ofRight)
            .adjoint(QrRules::ofBoth);

    /** {@link QrFactorisation#solveNormal}. */
    static final External NORMAL = system("solveNormal", "w", "u", "solveNormal")
            .computedInComplexBy(ComplexDecompositions::normal)
            .computedBy(call -> QrFactorisation.solveNormal(
                    call.doubles(0),
                    call.doubles(1),
                    call.doubles(2),
                    call.integer(3),
                    call.integer(4),
                    call.integer(5),
                    call.doubles(6)))
            .tangent(QrRules::normalTangent)
            .adjoint(QrRules::normalAdjoint);

    private QrRules() {}

    private static External system(String name, String right, String solution, String method) {
        return External.pure(name)
                .reads("a", Type.DOUBLES)
                .readsConstant("qr", Type.DOUBLES)
                .reads(right, Type.DOUBLES)
                .reads("m", Type.INT)
                .reads("n", Type.INT)
                .reads("columns", Type.INT)
                .writes(solution, Type.DOUBLES)
                .method(QrFactorisation.class, method);
    }

    private static Variable residual(Sketch rule) {
        Variable residual = rule.copy("residual", B);
        rule.call(ProductRules.ADD_PRODUCT, MINUS, NO, A, NO, X, M, N, COLUMNS, residual);
        return residual;
    }

    private static Rule alongRight() {
        Sketch rule = new Sketch("leastSquaresTangentB", A, QR, B_DOT, M, N, COLUMNS, X_DOT);
        rule.call(SOLVE, A, QR, B_DOT, M, N, COLUMNS, X_DOT);
        return rule.rule();
    }

    private static Rule alongBoth() {
        Sketch rule = new Sketch("leastSquaresTangent", A, A_DOT, QR, B, B_DOT, M, N, COLUMNS, X, X_DOT);
        Variable right = rule.copy("right", B_DOT);
        rule.call(ProductRules.ADD_PRODUCT, MINUS, NO, A_DOT, NO, X, M, N, COLUMNS, right);
        rule.call(SOLVE, A, QR, right, M, N, COLUMNS, X_DOT);
        Variable turned = rule.allocate("turned", X.length());
        rule.call(ProductRules.PRODUCT, PLUS, YES, A_DOT, NO, residual(rule), N, M, COLUMNS, turned);
        Variable share = rule.allocate("share", X.length());
        rule.call(NORMAL, A, QR, turned, M, N, COLUMNS, share);
        rule.add(X_DOT, share);
        return rule.rule();
    }

    private static Rule ofRight() {
        Sketch rule = new Sketch("leastSquaresAdjointB", A, QR, B_BAR, M, N, COLUMNS, X_BAR);
        Variable u = rule.allocate("u", X_BAR.length());
        rule.call(NORMAL, A, QR, X_BAR, M, N, COLUMNS, u);
        rule.call(ProductRules.ADD_PRODUCT, PLUS, NO, A, NO, u, M, N, COLUMNS, B_BAR);
        return rule.rule();
    }

    private static Rule ofBoth() {
        Sketch rule = new Sketch("leastSquaresAdjoint", A, A_BAR, QR, B, B_BAR, M, N, COLUMNS, X, X_BAR);
        Variable u = rule.allocate("u", X_BAR.length());
        rule.call(NORMAL, A, QR, X_BAR, M, N, COLUMNS, u);
        Variable v = rule.allocate("v", B.length());
        rule.call(ProductRules.PRODUCT, PLUS, NO, A, NO, u, M, N, COLUMNS, v);
        rule.add(B_BAR, v);
        rule.call(ProductRules.ADD_PRODUCT, MINUS, NO, v, YES, X, M, COLUMNS, N, A_BAR);
        rule.call(ProductRules.ADD_PRODUCT, PLUS, NO, residual(rule), YES, u, M, COLUMNS, N, A_BAR);
        return rule.rule();
    }

    /** Aᵀ A u̇ = ẇ - Ȧᵀ A u - Aᵀ Ȧ u. */
    private static Rule normalTangent() {
        Sketch rule = new Sketch("solveNormalTangent", A, A_DOT, QR, W_DOT, M, N, COLUMNS, U, U_DOT);
        Variable right = rule.copy("right", W_DOT);
        Variable image = rule.allocate("image", M.times(COLUMNS));
        rule.call(ProductRules.PRODUCT, PLUS, NO, A, NO, U, M, N, COLUMNS, image);
        rule.call(ProductRules.ADD_PRODUCT, MINUS, YES, A_DOT, NO, image, N, M, COLUMNS, right);
        Variable moved = rule.allocate("moved", M.times(COLUMNS));
        rule.call(ProductRules.PRODUCT, PLUS, NO, A_DOT, NO, U, M, N, COLUMNS, moved);
        rule.call(ProductRules.ADD_PRODUCT, MINUS, YES, A, NO, moved, N, M, COLUMNS, right);
        rule.call(NORMAL, A, QR, right, M, N, COLUMNS, U_DOT);
        return rule.rule();
    }

    private static Rule normalAdjoint() {
        Sketch rule = new Sketch("solveNormalAdjoint", A, A_BAR, QR, W_BAR, M, N, COLUMNS, U, U_BAR);
        Variable share = rule.allocate("share", U_BAR.length());
        rule.call(NORMAL, A, QR, U_BAR, M, N, COLUMNS, share);
        rule.add(W_BAR, share);
        subtract(rule, "image", U, share);
        subtract(rule, "back", share, U);
        return rule.rule();
    }

    /** Ā -= A first secondᵀ. */
    private static void subtract(Sketch rule, String name, Variable first, Variable second) {
        Variable image = rule.allocate(name, M.times(COLUMNS));
        rule.call(ProductRules.PRODUCT, PLUS, NO, A, NO, first, M, N, COLUMNS, image);
        rule.call(ProductRules.ADD_PRODUCT, MINUS, NO, image, YES, second, M, COLUMNS, N, A_BAR);
    }
}
