package org.cotangent.ad.linalg;

import static org.cotangent.ad.linalg.Sketch.NO;
import static org.cotangent.ad.linalg.Sketch.YES;

import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Rule;

/** Triangular systems and transposes. Derivatives by the other triangle are 0, as it is not read. */
final class TriangularRules {

    private static final Variable LOWER = Sketch.truth("lower");
    private static final Variable TRANSPOSED = Sketch.truth("transposed");
    private static final Variable T = Sketch.reals("t");
    private static final Variable N = Sketch.integer("n");
    private static final Variable COLUMNS = Sketch.integer("columns");
    private static final Variable X = Sketch.reals("x");
    private static final Variable T_DOT = Sketch.reals("tDot");
    private static final Variable B_DOT = Sketch.reals("bDot");
    private static final Variable X_DOT = Sketch.reals("xDot");
    private static final Variable T_BAR = Sketch.reals("tBar");
    private static final Variable B_BAR = Sketch.reals("bBar");
    private static final Variable X_BAR = Sketch.reals("xBar");
    private static final Expr MINUS = Expr.constant(-1.0);

    /** {@link TriangularSystems#solve}. */
    static final External SOLVE = External.pure("solveTriangular")
            .reads("lower", Type.BOOLEAN)
            .reads("transposed", Type.BOOLEAN)
            .reads("t", Type.DOUBLES)
            .reads("b", Type.DOUBLES)
            .reads("n", Type.INT)
            .reads("columns", Type.INT)
            .writes("x", Type.DOUBLES)
            .method(TriangularSystems.class, "solve")
            .computedInComplexBy(ComplexFactorisations::solveTriangular)
            .computedBy(call -> TriangularSystems.solve(
                    call.truth(0),
                    call.truth(1),
                    call.doubles(2),
                    call.doubles(3),
                    call.integer(4),
                    call.integer(5),
                    call.doubles(6)))
            .tangent(TriangularRules::alongRight)
            .tangent(TriangularRules::alongBoth)
            .adjoint(TriangularRules::ofRight)
            .adjoint(TriangularRules::ofBoth);

    /** {@link TriangularSystems#transpose}. */
    static final External TRANSPOSE = External.pure("transpose")
            .reads("a", Type.DOUBLES)
            .reads("m", Type.INT)
            .reads("n", Type.INT)
            .writes("t", Type.DOUBLES)
            .method(TriangularSystems.class, "transpose")
            .computedInComplexBy(call -> {
                TriangularSystems.transpose(call.doubles(0), call.integer(1), call.integer(2), call.doubles(3));
                TriangularSystems.transpose((double[]) call.imaginaries(0), call.integer(1), call.integer(2), (double[])
                        call.imaginaries(3));
            })
            .computedBy(call ->
                    TriangularSystems.transpose(call.doubles(0), call.integer(1), call.integer(2), call.doubles(3)))
            .tangent(TriangularRules::transposeTangent)
            .adjoint(TriangularRules::transposeAdjoint);

    private TriangularRules() {}

    private static Rule alongRight() {
        Sketch rule = new Sketch("triangularTangentB", LOWER, TRANSPOSED, T, B_DOT, N, COLUMNS, X_DOT);
        rule.call(SOLVE, LOWER, TRANSPOSED, T, B_DOT, N, COLUMNS, X_DOT);
        return rule.rule();
    }

    private static Rule alongBoth() {
        Sketch rule = new Sketch("triangularTangent", LOWER, TRANSPOSED, T, T_DOT, B_DOT, N, COLUMNS, X, X_DOT);
        Variable right = rule.copy("right", B_DOT);
        Variable triangle = rule.allocate("triangle", T_DOT.length());
        addTriangle(rule, triangle, T_DOT);
        rule.call(ProductRules.ADD_PRODUCT, MINUS, TRANSPOSED, triangle, NO, X, N, N, COLUMNS, right);
        rule.call(SOLVE, LOWER, TRANSPOSED, T, right, N, COLUMNS, X_DOT);
        return rule.rule();
    }

    private static Rule ofRight() {
        Sketch rule = new Sketch("triangularAdjointB", LOWER, TRANSPOSED, T, B_BAR, N, COLUMNS, X_BAR);
        rule.add(B_BAR, back(rule));
        return rule.rule();
    }

    private static Rule ofBoth() {
        Sketch rule = new Sketch("triangularAdjoint", LOWER, TRANSPOSED, T, T_BAR, B_BAR, N, COLUMNS, X, X_BAR);
        Variable share = back(rule);
        rule.add(B_BAR, share);
        Variable outer = rule.allocate("outer", T_BAR.length());
        rule.branch(
                TRANSPOSED,
                () -> rule.call(ProductRules.ADD_PRODUCT, MINUS, NO, X, YES, share, N, COLUMNS, N, outer),
                () -> rule.call(ProductRules.ADD_PRODUCT, MINUS, NO, share, YES, X, N, COLUMNS, N, outer));
        addTriangle(rule, T_BAR, outer);
        return rule.rule();
    }

    private static Variable back(Sketch rule) {
        Variable share = rule.allocate("share", X_BAR.length());
        rule.call(SOLVE, LOWER, TRANSPOSED.not(), T, X_BAR, N, COLUMNS, share);
        return share;
    }

    private static void addTriangle(Sketch rule, Variable to, Variable from) {
        rule.branch(
                LOWER,
                () -> rule.each(
                        N,
                        i -> rule.each(i.plus(1), j -> rule.addAt(to, i.times(N).plus(j), from))),
                () -> rule.each(
                        N, i -> rule.each(i, N, j -> rule.addAt(to, i.times(N).plus(j), from))));
    }

    private static Rule transposeTangent() {
        Variable m = Sketch.integer("m");
        Variable aDot = Sketch.reals("aDot");
        Variable tDot = Sketch.reals("tDot");
        Sketch rule = new Sketch("transposeTangent", aDot, m, N, tDot);
        rule.call(TRANSPOSE, aDot, m, N, tDot);
        return rule.rule();
    }

    private static Rule transposeAdjoint() {
        Variable m = Sketch.integer("m");
        Variable aBar = Sketch.reals("aBar");
        Variable tBar = Sketch.reals("tBar");
        Sketch rule = new Sketch("transposeAdjoint", aBar, m, N, tBar);
        Variable share = rule.allocate("share", tBar.length());
        rule.call(TRANSPOSE, tBar, N, m, share);
        rule.add(aBar, share);
        return rule.rule();
    }
}
