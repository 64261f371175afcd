package org.cotangent.ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cotangent.ad.eval.ComplexMachine;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.ir.Lowering;
import org.junit.jupiter.api.Test;

class VectorDifferentiationTest {

    /** Sums of a few products of numbers of order 1 to 10. */
    private static final double ROUNDING = 1e-13;

    /** Small enough that the error of order step² vanishes, large enough not to underflow. */
    private static final double STEP = 1e-100;

    private final VectorExpr x = Graph.vector("x", 3);

    /** Four values: more than variables, so that Jacobians go by tangents. */
    private final VectorExpr tall = Graph.concatenate(
            x.get(0).times(x.get(1)), x.get(2).sin(), x.get(0).exp().times(x.get(2)), x.dot(x));

    private static final double[] POINT = {0.5, -1.2, 0.8};

    private static double[] jacobian(TwiceDifferentiableVectorFunction f, double... x) {
        double[] y = new double[f.outputDimension()];
        double[] jacobian = new double[y.length * x.length];
        f.jacobian(x, y, jacobian);
        double[] values = new double[y.length];
        f.value(x, values);
        assertThat(y).containsExactly(values);
        return jacobian;
    }

    private static double[] curvature(TwiceDifferentiableVectorFunction f, double[] x, double[] w, double... v) {
        double[] product = new double[x.length];
        f.weightedHessianVectorProduct(x, w, v, product);
        return product;
    }

    /** The Jacobian by complex steps of the values: knows nothing of the transforms. */
    private static double[] byComplexSteps(VectorExpr values, VectorExpr x, double[] point, int m) {
        int n = point.length;
        ComplexMachine machine =
                Interpreter.of(Lowering.of("f", List.of(x.variable()), values)).complexMachine();
        double[] jacobian = new double[m * n];
        for (int j = 0; j < n; j++) {
            double[] imaginary = new double[n];
            imaginary[j] = STEP;
            double[] outImaginary = new double[m];
            machine.setArray(0, point.clone(), imaginary);
            machine.setArray(1, new double[m], outImaginary);
            machine.run();
            for (int i = 0; i < m; i++) {
                jacobian[i * n + j] = outImaginary[i] / STEP;
            }
        }
        return jacobian;
    }

    @Test
    void jacobianByTangentsAgreesWithComplexSteps() {
        assertThat(jacobian(Differentiation.of(tall, x), POINT))
                .containsExactly(byComplexSteps(tall, x, POINT, 4), within(ROUNDING));
    }

    @Test
    void jacobianByAdjointsAgreesWithComplexSteps() {
        VectorExpr wide = tall.slice(1, 3);
        assertThat(jacobian(Differentiation.of(wide, x), POINT))
                .containsExactly(byComplexSteps(wide, x, POINT, 2), within(ROUNDING));
    }

    @Test
    void tangentAndAdjointAreTransposes() {
        TwiceDifferentiableVectorFunction f = Differentiation.of(tall, x);
        double[] xDot = {0.3, -2, 1};
        double[] yBar = {1, 2, -3, 0.5};
        double[] y = new double[4];
        double[] yDot = new double[4];
        double[] xBar = new double[3];
        f.jvp(POINT, xDot, y, yDot);
        f.vjp(POINT, yBar, y, xBar);
        double left = 0;
        double right = 0;
        for (int i = 0; i < 4; i++) {
            left += yBar[i] * yDot[i];
        }
        for (int j = 0; j < 3; j++) {
            right += xBar[j] * xDot[j];
        }
        assertThat(left).isCloseTo(right, within(ROUNDING));
        assertThat(yBar).containsExactly(1, 2, -3, 0.5);
    }

    @Test
    void weightedCurvatureIsTheHessianOfTheWeightedSum() {
        double[] w = {1, -2, 0.5, 3};
        double[] v = {0.7, 0.1, -0.4};
        TwiceDifferentiableFunction sum = Differentiation.of(tall.dot(Graph.constants(w)), x);
        double[] expected = new double[3];
        sum.hessianVectorProduct(POINT, v, expected);
        assertThat(curvature(Differentiation.of(tall, x), POINT, w, v)).containsExactly(expected, within(ROUNDING));
    }

    @Test
    void weightedCurvatureIsTheClosedForm() {
        // Σ w f = w0 x0 x1 + w1 sin x2 + w2 e^x0 x2 + w3 x·x
        double[] w = {1, -2, 0.5, 3};
        double[] v = {0.7, 0.1, -0.4};
        double e = 0.5 * Math.exp(POINT[0]);
        double[] expected = {
            v[1] + e * POINT[2] * v[0] + e * v[2] + 6 * v[0],
            v[0] + 6 * v[1],
            2 * Math.sin(POINT[2]) * v[2] + e * v[0] + 6 * v[2]
        };
        assertThat(curvature(Differentiation.of(tall, x), POINT, w, v)).containsExactly(expected, within(ROUNDING));
    }

    @Test
    void callsDoNotLeaveTracesForLaterOnes() {
        TwiceDifferentiableVectorFunction f = Differentiation.of(tall, x);
        double[] w = {1, -2, 0.5, 3};
        double[] first = curvature(f, POINT, w, 1, 0, 0);
        curvature(f, new double[] {5, 5, 5}, new double[] {1, 1, 1, 1}, 3, 2, 1);
        assertThat(curvature(f, POINT, w, 1, 0, 0)).containsExactly(first);
        double[] jacobian = jacobian(f, POINT);
        jacobian(f, 3, 2, 1);
        assertThat(jacobian(f, POINT)).containsExactly(jacobian);
    }

    @Test
    void linearValuesHaveExactlyZeroCurvature() {
        VectorExpr linear = x.times(3).plus(1);
        assertThat(curvature(Differentiation.of(linear, x), POINT, new double[] {1, 2, 3}, 1, 1, 1))
                .containsOnly(0);
    }

    @Test
    void valuesMayBeAPlainInput() {
        TwiceDifferentiableVectorFunction f = Differentiation.of(x, x);
        assertThat(jacobian(f, POINT)).containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 1);
        double[] xBar = new double[3];
        f.vjp(POINT, new double[] {4, 5, 6}, new double[3], xBar);
        assertThat(xBar).containsExactly(4, 5, 6);
        assertThat(curvature(f, POINT, new double[] {1, 1, 1}, 1, 1, 1)).containsOnly(0);
    }

    @Test
    void valuesMayBeConstants() {
        TwiceDifferentiableVectorFunction f = Differentiation.of(Graph.constants(4, 5), x);
        double[] y = new double[2];
        f.value(POINT, y);
        assertThat(y).containsExactly(4, 5);
        assertThat(jacobian(f, POINT)).containsOnly(0);
        double[] xBar = {9, 9, 9};
        f.vjp(POINT, new double[] {1, 1}, y, xBar);
        assertThat(xBar).containsOnly(0);
        assertThat(curvature(f, POINT, new double[] {1, 1}, 1, 1, 1)).containsOnly(0);
    }

    @Test
    void valuesMayBeData() {
        VectorExpr t = Graph.vector("t");
        TwiceDifferentiableVectorFunction f = Differentiation.of(t, x, Data.of(t, 7, 8));
        assertThat(f.outputDimension()).isEqualTo(2);
        assertThat(jacobian(f, POINT)).containsOnly(0);
    }

    @Test
    void valuesMayBeReadAgainByOtherValues() {
        // Cumulative products: each part of the output is an input of the next.
        VectorExpr first = x.times(x);
        VectorExpr values =
                Graph.concatenate(first, first.times(first).sum(), first.get(1).times(first.sum()));
        assertThat(jacobian(Differentiation.of(values, x), POINT))
                .containsExactly(byComplexSteps(values, x, POINT, 5), within(ROUNDING * 10));
    }

    @Test
    void valuesMayDependOnSomeVariablesOnly() {
        Variable a = Graph.scalar("a");
        Variable b = Graph.scalar("b");
        VectorExpr values = Graph.concatenate(b.square(), b.times(3));
        TwiceDifferentiableVectorFunction f = Differentiation.of(values, List.of(a, x, b));
        assertThat(f.inputDimension()).isEqualTo(5);
        assertThat(jacobian(f, 1, 1, 1, 1, 5)).containsExactly(0, 0, 0, 0, 10, 0, 0, 0, 0, 3);
        assertThat(curvature(f, new double[] {1, 1, 1, 1, 5}, new double[] {2, 1}, 1, 1, 1, 1, 1))
                .containsExactly(0, 0, 0, 0, 4);
    }

    @Test
    void numberOfValuesMayFollowFromData() {
        VectorExpr t = Graph.vector("t");
        VectorExpr residuals = x.get(0).times(t.times(x.get(1)).exp()).minus(t);
        TwiceDifferentiableVectorFunction f = Differentiation.of(residuals, x, Data.of(t, 0, 1, 2, 3, 4));
        assertThat(f.outputDimension()).isEqualTo(5);
        double[] jacobian = jacobian(f, 2, 0.5, 0);
        for (int i = 0; i < 5; i++) {
            assertThat(jacobian[3 * i]).isCloseTo(Math.exp(0.5 * i), within(ROUNDING));
            assertThat(jacobian[3 * i + 1]).isCloseTo(2 * i * Math.exp(0.5 * i), within(ROUNDING * 100));
            assertThat(jacobian[3 * i + 2]).isZero();
        }
    }
}
