package org.cotangent.ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.junit.jupiter.api.Test;

class DifferentiationTest {

    /** Sums of a few products each: a few roundings of numbers of order 1 to 100. */
    private static final double ROUNDING = 1e-13;

    private final VectorExpr x = Graph.vector("x", 3);

    /** x0 x1² e^x2. */
    private final Expr product =
            x.get(0).times(x.get(1).square()).times(x.get(2).exp());

    private static double[] gradient(TwiceDifferentiableFunction f, double... x) {
        double[] gradient = new double[x.length];
        assertThat(f.valueAndGradient(x, gradient)).isEqualTo(f.value(x));
        return gradient;
    }

    private static double[] product(TwiceDifferentiableFunction f, double[] x, double... v) {
        double[] product = new double[x.length];
        f.hessianVectorProduct(x, v, product);
        return product;
    }

    @Test
    void gradientOfOneVectorIsTheClosedForm() {
        double e = Math.exp(0.5);
        assertThat(gradient(Differentiation.of(product, x), 2, 3, 0.5))
                .containsExactly(new double[] {9 * e, 12 * e, 18 * e}, within(ROUNDING * 100));
    }

    @Test
    void hessianVectorProductIsTheClosedForm() {
        double e = Math.exp(0.5);
        double[] expected = {6 * e * -1 + 9 * e * 4, 6 * e * 1 + 4 * e * -1 + 12 * e * 4, 9 * e - 12 * e + 18 * e * 4};
        assertThat(product(Differentiation.of(product, x), new double[] {2, 3, 0.5}, 1, -1, 4))
                .containsExactly(expected, within(ROUNDING * 100));
    }

    @Test
    void variablesLieInTheFlatPointInTheOrderGiven() {
        Variable a = Graph.scalar("a");
        VectorExpr v = Graph.vector("v", 2);
        Variable b = Graph.scalar("b");
        Expr f = a.times(v.get(0)).plus(b.square().times(v.get(1)));
        TwiceDifferentiableFunction function = Differentiation.of(f, List.of(b, v, a));
        assertThat(function.dimension()).isEqualTo(4);
        // point (b, v0, v1, a) = (2, 3, 5, 7)
        assertThat(function.value(new double[] {2, 3, 5, 7})).isEqualTo(41);
        assertThat(gradient(function, 2, 3, 5, 7)).containsExactly(20, 7, 4, 3);
        // H v with H = [[2 v1, 0, 2 b, 0], [0, 0, 0, 1], [2 b, 0, 0, 0], [0, 1, 0, 0]]
        assertThat(product(function, new double[] {2, 3, 5, 7}, 1, 10, 100, 1000))
                .containsExactly(410, 1000, 4, 10);
    }

    @Test
    void scalarsAloneMakeAPoint() {
        Variable a = Graph.scalar("a");
        Variable b = Graph.scalar("b");
        TwiceDifferentiableFunction function = Differentiation.of(a.dividedBy(b), List.of(a, b));
        assertThat(gradient(function, 3, 4)).containsExactly(0.25, -3.0 / 16);
        assertThat(product(function, new double[] {3, 4}, 0, 1)).containsExactly(-1.0 / 16, 6.0 / 64);
    }

    @Test
    void dataMayBeOfAnyKindAndOfLengthsKnownLate() {
        VectorExpr b = Graph.vector("b", 2);
        VectorExpr t = Graph.vector("t");
        VectorExpr y = Graph.vector("y");
        Variable weight = Graph.scalar("weight");
        Variable index = Graph.integer("index");
        Expr misfit = y.minus(b.get(0).times(t.times(b.get(1)).exp())).square().sum();
        TwiceDifferentiableFunction f = Differentiation.of(
                misfit.times(weight).plus(b.get(index)),
                b,
                Data.of(index, 1),
                Data.of(y, 1, 2, 4),
                Data.of(weight, 0.5),
                Data.of(t, 0, 1, 2));
        double sum = 0;
        double[] expected = {0, 1};
        double[] ys = {1, 2, 4};
        for (int i = 0; i < 3; i++) {
            double model = 0.9 * Math.exp(0.6 * i);
            double residual = ys[i] - model;
            sum += 0.5 * residual * residual;
            expected[0] -= residual * model / 0.9;
            expected[1] -= residual * model * i;
        }
        assertThat(f.value(new double[] {0.9, 0.6})).isCloseTo(sum + 0.6, within(ROUNDING));
        assertThat(gradient(f, 0.9, 0.6)).containsExactly(expected, within(ROUNDING));
    }

    @Test
    void laterChangesOfBoundArraysDoNotMatter() {
        VectorExpr t = Graph.vector("t");
        double[] values = {1, 2};
        TwiceDifferentiableFunction f = Differentiation.of(x.sum().times(t.sum()), x, Data.of(t, values));
        values[0] = 100;
        assertThat(f.value(new double[] {1, 1, 1})).isEqualTo(9);
    }

    @Test
    void dataThatTheFunctionDoesNotUseIsIgnored() {
        assertThat(Differentiation.of(x.sum(), x, Data.of(Graph.scalar("unused"), 3))
                        .value(new double[] {1, 2, 3}))
                .isEqualTo(6);
    }

    @Test
    void variablesThatDoNotMatterHaveZeroDerivatives() {
        Variable idle = Graph.scalar("idle");
        VectorExpr idleVector = Graph.vector("idleVector", 2);
        Variable a = Graph.scalar("a");
        TwiceDifferentiableFunction f = Differentiation.of(a.square(), List.of(idleVector, a, idle));
        double[] gradient = {9, 9, 9, 9};
        assertThat(f.valueAndGradient(new double[] {1, 2, 3, 4}, gradient)).isEqualTo(9);
        assertThat(gradient).containsExactly(0, 0, 6, 0);
        assertThat(product(f, new double[] {1, 2, 3, 4}, 1, 1, 1, 1)).containsExactly(0, 0, 2, 0);
    }

    @Test
    void constantHasZeroDerivatives() {
        TwiceDifferentiableFunction f = Differentiation.of(Graph.constant(4), x);
        assertThat(f.value(new double[3])).isEqualTo(4);
        assertThat(gradient(f, 1, 2, 3)).containsOnly(0);
        assertThat(product(f, new double[3], 1, 2, 3)).containsOnly(0);
    }

    @Test
    void linearFunctionHasExactlyZeroCurvature() {
        TwiceDifferentiableFunction f = Differentiation.of(
                x.get(0).times(3).minus(x.get(1)).plus(x.sum().times(0.1)).plus(7), x);
        assertThat(gradient(f, 1, 2, 3)).containsExactly(new double[] {3.1, -0.9, 0.1}, within(1e-15));
        assertThat(product(f, new double[] {1, 2, 3}, 1, 2, 3)).containsOnly(0);
    }

    @Test
    void plainVariableIsAFunction() {
        Variable a = Graph.scalar("a");
        TwiceDifferentiableFunction f = Differentiation.of(a, List.of(a));
        assertThat(gradient(f, 5)).containsExactly(1);
        assertThat(product(f, new double[] {5}, 1)).containsExactly(0);
    }

    @Test
    void hessianAtKeepsThePointItWasMadeAt() {
        TwiceDifferentiableFunction f = Differentiation.of(product, x);
        double[] point = {2, 3, 0.5};
        LinearOperator hessian = f.hessianAt(point);
        double[] expected = product(f, point, 1, -1, 4);
        point[0] = 50;
        double[] result = new double[3];
        hessian.apply(new double[] {1, -1, 4}, result);
        assertThat(result).containsExactly(expected);
        assertThat(hessian.rows()).isEqualTo(3);
        assertThat(hessian.columns()).isEqualTo(3);
    }

    @Test
    void denseHessianIsSymmetricAndHasTheProductsAsColumns() {
        TwiceDifferentiableFunction f = Differentiation.of(
                product.sin().plus(x.get(0).times(x.get(2)).exp()).plus(x.norm()), x);
        double[] point = {0.3, -0.8, 0.7};
        double[] hessian = new double[9];
        f.hessian(point, hessian);
        for (int i = 0; i < 3; i++) {
            double[] unit = new double[3];
            unit[i] = 1;
            double[] column = product(f, point, unit);
            for (int j = 0; j < 3; j++) {
                assertThat(hessian[i * 3 + j]).isCloseTo(hessian[j * 3 + i], within(ROUNDING));
                assertThat(hessian[j * 3 + i]).isCloseTo(column[j], within(ROUNDING));
            }
        }
    }

    @Test
    void notANumberInThePointGivesNotANumberAndNoException() {
        TwiceDifferentiableFunction f = Differentiation.of(product, x);
        double[] gradient = new double[3];
        assertThat(f.valueAndGradient(new double[] {1, Double.NaN, 1}, gradient))
                .isNaN();
        assertThat(gradient[1]).isNaN();
        assertThat(f.value(new double[] {Double.POSITIVE_INFINITY, 1, 0})).isInfinite();
    }

    @Test
    void inputsAreNotModified() {
        TwiceDifferentiableFunction f = Differentiation.of(product, x);
        double[] point = {2, 3, 0.5};
        double[] direction = {1, 2, 3};
        f.hessianVectorProduct(point, direction, new double[3]);
        f.valueAndGradient(point, new double[3]);
        assertThat(point).containsExactly(2, 3, 0.5);
        assertThat(direction).containsExactly(1, 2, 3);
    }

    /** What a condition reads and a branch uses is computed anyway; its adjoint of 0 must stay 0. */
    @Test
    void conditionOnAValueOfTheBranchNotTakenLeaksNothing() {
        Variable x = Graph.scalar("x");
        Variable y = Graph.scalar("y");
        Expr undefined = y.times(x.log());
        Expr quotient = y.dividedBy(x);
        double[] gradient = new double[2];
        Differentiation.of(undefined.greaterThan(0).select(undefined, y), List.of(x, y))
                .valueAndGradient(new double[] {-1, 2}, gradient);
        assertThat(gradient).containsExactly(0, 1);
        Differentiation.of(quotient.lessThan(10).select(quotient, y), List.of(x, y))
                .valueAndGradient(new double[] {0, 2}, gradient);
        assertThat(gradient).containsExactly(0, 1);
    }
}
