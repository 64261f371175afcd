package org.cotangent.ad.linalg;

import static org.cotangent.ad.linalg.Sketch.NO;
import static org.cotangent.ad.linalg.Sketch.YES;

import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Rule;

/**
 * Solutions and determinants by LU (Giles 2008, sections 2.2.3 and 2.3.1): rules use the factorisation that is there.
 */
final class LuRules {

    private static final Variable TRANSPOSED = Sketch.truth("transposed");
    private static final Variable A = Sketch.reals("a");
    private static final Variable LU = Sketch.reals("lu");
    private static final Variable N = Sketch.integer("n");
    private static final Variable COLUMNS = Sketch.integer("columns");
    private static final Variable X = Sketch.reals("x");
    private static final Variable A_DOT = Sketch.reals("aDot");
    private static final Variable B_DOT = Sketch.reals("bDot");
    private static final Variable X_DOT = Sketch.reals("xDot");
    private static final Variable A_BAR = Sketch.reals("aBar");
    private static final Variable B_BAR = Sketch.reals("bBar");
    private static final Variable X_BAR = Sketch.reals("xBar");
    private static final Variable Y = Sketch.real("y");
    private static final Variable Y_BAR = Sketch.real("yBar");
    private static final Expr MINUS = Expr.constant(-1.0);

    /** {@link LuFactorisation#factor}. */
    static final External FACTOR = External.pure("factorLu")
            .readsConstant("a", Type.DOUBLES)
            .reads("n", Type.INT)
            .writesConstant("lu", Type.DOUBLES)
            .method(LuFactorisation.class, "factor")
            .computedInComplexBy(ComplexFactorisations::lu)
            .computedBy(call -> LuFactorisation.factor(call.doubles(0), call.integer(1), call.doubles(2)));

    /** {@link LuFactorisation#solve}. */
    static final External SOLVE = External.pure("solveLu")
            .reads("transposed", Type.BOOLEAN)
            .reads("a", Type.DOUBLES)
            .readsConstant("lu", Type.DOUBLES)
            .reads("b", Type.DOUBLES)
            .reads("n", Type.INT)
            .reads("columns", Type.INT)
            .writes("x", Type.DOUBLES)
            .method(LuFactorisation.class, "solve")
            .computedInComplexBy(ComplexFactorisations::solveLu)
            .computedBy(call -> LuFactorisation.solve(
                    call.truth(0),
                    call.doubles(1),
                    call.doubles(2),
                    call.doubles(3),
                    call.integer(4),
                    call.integer(5),
                    call.doubles(6)))
            .tangent(LuRules::alongRight)
            .tangent(LuRules::alongMatrix)
            .tangent(LuRules::alongBoth)
            .adjoint(LuRules::ofRight)
            .adjoint(LuRules::ofMatrix)
            .adjoint(LuRules::ofBoth);

    /** {@link LuFactorisation#determinant}. */
    static final External DETERMINANT = ofMatrix("determinant")
            .computedInComplexBy(ComplexFactorisations::determinant)
            .computedBy(
                    call -> call.give(LuFactorisation.determinant(call.doubles(0), call.doubles(1), call.integer(2))))
            .adjoint(() -> determinantAdjoint("determinantAdjoint", Y_BAR.times(Y), A, A_BAR, LU, N, Y, Y_BAR));

    /** {@link LuFactorisation#logDeterminant}. */
    static final External LOG_DETERMINANT = ofMatrix("logDeterminant")
            .computedInComplexBy(ComplexFactorisations::logDeterminant)
            .computedBy(call ->
                    call.give(LuFactorisation.logDeterminant(call.doubles(0), call.doubles(1), call.integer(2))))
            .adjoint(() -> determinantAdjoint("logDeterminantAdjoint", Y_BAR, A, A_BAR, LU, N, Y_BAR));

    private LuRules() {}

    private static External ofMatrix(String name) {
        return External.pure(name)
                .reads("a", Type.DOUBLES)
                .readsConstant("lu", Type.DOUBLES)
                .reads("n", Type.INT)
                .returns("y", Type.DOUBLE)
                .method(LuFactorisation.class, name);
    }

    private static Rule alongRight() {
        Sketch rule = new Sketch("solveLuTangentB", TRANSPOSED, A, LU, B_DOT, N, COLUMNS, X_DOT);
        rule.call(SOLVE, TRANSPOSED, A, LU, B_DOT, N, COLUMNS, X_DOT);
        return rule.rule();
    }

    private static Rule alongMatrix() {
        Sketch rule = new Sketch("solveLuTangentA", TRANSPOSED, A, A_DOT, LU, N, COLUMNS, X, X_DOT);
        along(rule, rule.allocate("right", X.length()));
        return rule.rule();
    }

    private static Rule alongBoth() {
        Sketch rule = new Sketch("solveLuTangent", TRANSPOSED, A, A_DOT, LU, B_DOT, N, COLUMNS, X, X_DOT);
        along(rule, rule.copy("right", B_DOT));
        return rule.rule();
    }

    /** op(A) ẋ = ḃ - op(Ȧ) x. */
    private static void along(Sketch rule, Variable right) {
        rule.call(ProductRules.ADD_PRODUCT, MINUS, TRANSPOSED, A_DOT, NO, X, N, N, COLUMNS, right);
        rule.call(SOLVE, TRANSPOSED, A, LU, right, N, COLUMNS, X_DOT);
    }

    private static Rule ofRight() {
        Sketch rule = new Sketch("solveLuAdjointB", TRANSPOSED, A, LU, B_BAR, N, COLUMNS, X_BAR);
        rule.add(B_BAR, back(rule));
        return rule.rule();
    }

    private static Rule ofMatrix() {
        Sketch rule = new Sketch("solveLuAdjointA", TRANSPOSED, A, A_BAR, LU, N, COLUMNS, X, X_BAR);
        subtractOuter(rule, back(rule));
        return rule.rule();
    }

    private static Rule ofBoth() {
        Sketch rule = new Sketch("solveLuAdjoint", TRANSPOSED, A, A_BAR, LU, B_BAR, N, COLUMNS, X, X_BAR);
        Variable share = back(rule);
        rule.add(B_BAR, share);
        subtractOuter(rule, share);
        return rule.rule();
    }

    /** op(A)⁻ᵀ x̄. */
    private static Variable back(Sketch rule) {
        Variable share = rule.allocate("share", X_BAR.length());
        rule.call(SOLVE, TRANSPOSED.not(), A, LU, X_BAR, N, COLUMNS, share);
        return share;
    }

    private static void subtractOuter(Sketch rule, Variable share) {
        rule.branch(
                TRANSPOSED,
                () -> rule.call(ProductRules.ADD_PRODUCT, MINUS, NO, X, YES, share, N, COLUMNS, N, A_BAR),
                () -> rule.call(ProductRules.ADD_PRODUCT, MINUS, NO, share, YES, X, N, COLUMNS, N, A_BAR));
    }

    /** Ā += weight · A⁻ᵀ. */
    private static Rule determinantAdjoint(String name, Expr weight, Variable... parameters) {
        Sketch rule = new Sketch(name, parameters);
        Variable unit = rule.identity("unit", N);
        Variable inverse = rule.allocate("inverse", N.times(N));
        rule.call(SOLVE, YES, A, LU, unit, N, N, inverse);
        rule.addMultiple(A_BAR, weight, inverse);
        return rule.rule();
    }
}
