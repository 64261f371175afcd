package org.cotangent.ad.linalg;

import static org.cotangent.ad.linalg.Sketch.NO;
import static org.cotangent.ad.linalg.Sketch.YES;

import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.ComplexRoutine;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Routine;
import org.cotangent.ad.ir.Rule;

/**
 * Products with their derivatives, which are products (Giles 2008, section 2.2.1). What is not asked
 * for is not computed: there is a rule for each factor alone, and one for both.
 */
final class ProductRules {

    private static final Variable FACTOR = Sketch.real("factor");
    private static final Variable A_TRANSPOSED = Sketch.truth("aTransposed");
    private static final Variable A = Sketch.reals("a");
    private static final Variable B_TRANSPOSED = Sketch.truth("bTransposed");
    private static final Variable B = Sketch.reals("b");
    private static final Variable M = Sketch.integer("m");
    private static final Variable K = Sketch.integer("k");
    private static final Variable N = Sketch.integer("n");
    private static final Variable A_DOT = Sketch.reals("aDot");
    private static final Variable B_DOT = Sketch.reals("bDot");
    private static final Variable C_DOT = Sketch.reals("cDot");
    private static final Variable A_BAR = Sketch.reals("aBar");
    private static final Variable B_BAR = Sketch.reals("bBar");
    private static final Variable C_BAR = Sketch.reals("cBar");

    private static final int FIRST = 2;
    private static final int SECOND = 4;
    private static final int RESULT = 8;

    /** {@link MatrixProducts#product}. */
    static final External PRODUCT = factors("product")
            .writes("c", Type.DOUBLES)
            .computedBy(ProductRules::compute)
            .computedInComplexBy(complex(true))
            .tangent(ProductRules::alongFirst)
            .tangent(ProductRules::alongSecond)
            .tangent(ProductRules::alongBoth)
            .adjoint(ProductRules::ofFirst)
            .adjoint(ProductRules::ofSecond)
            .adjoint(ProductRules::ofBoth);

    /** {@link MatrixProducts#addProduct}. */
    static final External ADD_PRODUCT = factors("addProduct")
            .updates("c", Type.DOUBLES)
            .computedBy(ProductRules::add)
            .computedInComplexBy(complex(false))
            .tangent(() -> new Sketch("sumTangent", C_DOT).rule())
            .tangent(ProductRules::addAlongFirst)
            .tangent(ProductRules::addAlongSecond)
            .tangent(ProductRules::addAlongBoth)
            .adjoint(() -> new Sketch("sumAdjoint", C_BAR).rule())
            .adjoint(ProductRules::ofFirst)
            .adjoint(ProductRules::ofSecond)
            .adjoint(ProductRules::ofBoth);

    private ProductRules() {}

    private static External factors(String name) {
        return External.pure(name)
                .readsConstant("factor", Type.DOUBLE)
                .reads("aTransposed", Type.BOOLEAN)
                .reads("a", Type.DOUBLES)
                .reads("bTransposed", Type.BOOLEAN)
                .reads("b", Type.DOUBLES)
                .reads("m", Type.INT)
                .reads("k", Type.INT)
                .reads("n", Type.INT)
                .method(MatrixProducts.class, name);
    }

    private static void compute(Routine.Arguments call) {
        product(true, call, call.real(0), call.doubles(FIRST), call.doubles(SECOND), call.doubles(RESULT));
    }

    private static void add(Routine.Arguments call) {
        product(false, call, call.real(0), call.doubles(FIRST), call.doubles(SECOND), call.doubles(RESULT));
    }

    private static void product(
            boolean overwrites, Routine.Arguments call, double factor, double[] a, double[] b, double[] c) {
        boolean aTransposed = call.truth(1);
        boolean bTransposed = call.truth(3);
        int m = call.integer(5);
        int k = call.integer(6);
        int n = call.integer(7);
        if (overwrites) {
            MatrixProducts.product(factor, aTransposed, a, bTransposed, b, m, k, n, c);
        } else {
            MatrixProducts.addProduct(factor, aTransposed, a, bTransposed, b, m, k, n, c);
        }
    }

    private static ComplexRoutine complex(boolean overwrites) {
        return call -> {
            double factor = call.real(0);
            double[] a = call.doubles(FIRST);
            double[] b = call.doubles(SECOND);
            double[] aIm = (double[]) call.imaginaries(FIRST);
            double[] bIm = (double[]) call.imaginaries(SECOND);
            double[] cIm = (double[]) call.imaginaries(RESULT);
            product(overwrites, call, factor, a, b, call.doubles(RESULT));
            product(false, call, -factor, aIm, bIm, call.doubles(RESULT));
            product(overwrites, call, factor, a, bIm, cIm);
            product(false, call, factor, aIm, b, cIm);
        };
    }

    private static void first(Sketch to, External routine) {
        to.call(routine, FACTOR, A_TRANSPOSED, A_DOT, B_TRANSPOSED, B, M, K, N, C_DOT);
    }

    private static void second(Sketch to, External routine) {
        to.call(routine, FACTOR, A_TRANSPOSED, A, B_TRANSPOSED, B_DOT, M, K, N, C_DOT);
    }

    private static Rule alongFirst() {
        Sketch rule = new Sketch("productTangentA", FACTOR, A_TRANSPOSED, A_DOT, B_TRANSPOSED, B, M, K, N, C_DOT);
        first(rule, PRODUCT);
        return rule.rule();
    }

    private static Rule alongSecond() {
        Sketch rule = new Sketch("productTangentB", FACTOR, A_TRANSPOSED, A, B_TRANSPOSED, B_DOT, M, K, N, C_DOT);
        second(rule, PRODUCT);
        return rule.rule();
    }

    private static Rule alongBoth() {
        Sketch rule =
                new Sketch("productTangent", FACTOR, A_TRANSPOSED, A, A_DOT, B_TRANSPOSED, B, B_DOT, M, K, N, C_DOT);
        first(rule, PRODUCT);
        second(rule, ADD_PRODUCT);
        return rule.rule();
    }

    private static Rule addAlongFirst() {
        Sketch rule = new Sketch("addProductTangentA", FACTOR, A_TRANSPOSED, A_DOT, B_TRANSPOSED, B, M, K, N, C_DOT);
        first(rule, ADD_PRODUCT);
        return rule.rule();
    }

    private static Rule addAlongSecond() {
        Sketch rule = new Sketch("addProductTangentB", FACTOR, A_TRANSPOSED, A, B_TRANSPOSED, B_DOT, M, K, N, C_DOT);
        second(rule, ADD_PRODUCT);
        return rule.rule();
    }

    private static Rule addAlongBoth() {
        Sketch rule =
                new Sketch("addProductTangent", FACTOR, A_TRANSPOSED, A, A_DOT, B_TRANSPOSED, B, B_DOT, M, K, N, C_DOT);
        first(rule, ADD_PRODUCT);
        second(rule, ADD_PRODUCT);
        return rule.rule();
    }

    /** Ā += factor · C̄ op(B)ᵀ, or its transpose. */
    private static void ofFirst(Sketch to) {
        to.branch(
                A_TRANSPOSED,
                () -> to.call(ADD_PRODUCT, FACTOR, B_TRANSPOSED, B, YES, C_BAR, K, N, M, A_BAR),
                () -> to.call(ADD_PRODUCT, FACTOR, NO, C_BAR, B_TRANSPOSED.not(), B, M, N, K, A_BAR));
    }

    /** B̄ += factor · op(A)ᵀ C̄, or its transpose. */
    private static void ofSecond(Sketch to) {
        to.branch(
                B_TRANSPOSED,
                () -> to.call(ADD_PRODUCT, FACTOR, YES, C_BAR, A_TRANSPOSED, A, N, M, K, B_BAR),
                () -> to.call(ADD_PRODUCT, FACTOR, A_TRANSPOSED.not(), A, NO, C_BAR, K, M, N, B_BAR));
    }

    private static Rule ofFirst() {
        Sketch rule = new Sketch("productAdjointA", FACTOR, A_TRANSPOSED, A_BAR, B_TRANSPOSED, B, M, K, N, C_BAR);
        ofFirst(rule);
        return rule.rule();
    }

    private static Rule ofSecond() {
        Sketch rule = new Sketch("productAdjointB", FACTOR, A_TRANSPOSED, A, B_TRANSPOSED, B_BAR, M, K, N, C_BAR);
        ofSecond(rule);
        return rule.rule();
    }

    private static Rule ofBoth() {
        Sketch rule =
                new Sketch("productAdjoint", FACTOR, A_TRANSPOSED, A, A_BAR, B_TRANSPOSED, B, B_BAR, M, K, N, C_BAR);
        ofFirst(rule);
        ofSecond(rule);
        return rule.rule();
    }
}
