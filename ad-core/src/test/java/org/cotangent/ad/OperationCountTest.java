package org.cotangent.ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.eval.Machine;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.ir.Lowering;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivatives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What derivatives cost, counted in real operations. The bounds are those of Griewank and Walther,
 * Evaluating Derivatives (2nd ed., 2008), sections 3.4 and 4.5.
 */
class OperationCountTest {

    private static final int SPEELPENNING = 2500;
    private static final int ROSENBROCK = 1000;

    /** Real operations of one run of a program whose parameters are all vectors of length n. */
    private static long operations(Derivation derivation, int n) {
        Machine machine = Interpreter.counting(derivation.program()).machine();
        for (int i = 0; i < derivation.parameters().size(); i++) {
            double[] values = new double[n];
            Arrays.fill(values, 1 + 1e-4 * i);
            machine.setArray(i, values);
        }
        machine.run();
        return machine.operations();
    }

    private static Expr product(VectorExpr x, int n, boolean isLoop) {
        if (isLoop) {
            return x.product();
        }
        Expr product = x.get(0);
        for (int i = 1; i < n; i++) {
            product = product.times(x.get(i));
        }
        return product;
    }

    private static Expr rosenbrock(VectorExpr x, int n) {
        VectorExpr head = x.slice(0, n - 1);
        VectorExpr valley = x.slice(1, n).minus(head.square());
        return valley.square().times(100).plus(head.minus(1).square()).sum();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void gradientOfSpeelpenningsProductTakesFourOperationsForEachOfTheProduct(boolean isLoop) {
        VectorExpr x = Graph.vector("x", SPEELPENNING);
        Program product = Lowering.of("f", List.of(x.variable()), product(x, SPEELPENNING, isLoop));
        long primal = operations(Derivation.primal(product), SPEELPENNING);
        long gradient = operations(Derivatives.gradient(product, List.of(x.variable())), SPEELPENNING);
        assertThat(primal).isBetween(SPEELPENNING - 1L, (long) SPEELPENNING);
        assertThat(gradient).isLessThanOrEqualTo(4 * primal);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void gradientByTangentsGrowsWithTheSquareOfTheDimension(boolean isLoop) {
        long[] cost = new long[2];
        int[] dimensions = {50, 500};
        for (int k = 0; k < 2; k++) {
            int n = dimensions[k];
            VectorExpr x = Graph.vector("x", n);
            Program product = Lowering.of("f", List.of(x.variable()), product(x, n, isLoop));
            cost[k] = n * operations(Derivatives.jvp(product, List.of(x.variable())), n);
        }
        // Ten times the dimension: a hundred times the cost, within the constant terms.
        assertThat((double) cost[1] / cost[0]).isCloseTo(100, within(3.0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void gradientOfSpeelpenningsProductIsTheProductOfTheOthers(boolean isLoop) {
        int n = SPEELPENNING;
        VectorExpr x = Graph.vector("x", n);
        double[] point = new double[n];
        for (int i = 0; i < n; i++) {
            point[i] = 1 + Math.sin(i) / n;
        }
        double[] gradient = new double[n];
        double value = Differentiation.of(product(x, n, isLoop), x).valueAndGradient(point, gradient);
        for (int i = 0; i < n; i++) {
            // n roundings in either product.
            assertThat(gradient[i]).isCloseTo(value / point[i], within(2 * n * Math.ulp(value)));
        }
    }

    @Test
    void hessianVectorProductOfRosenbrockTakesTenOperationsForEachOfTheFunction() {
        VectorExpr x = Graph.vector("x", ROSENBROCK);
        Program f = Lowering.of("f", List.of(x.variable()), rosenbrock(x, ROSENBROCK));
        long primal = operations(Derivation.primal(f), ROSENBROCK);
        long product = operations(Derivatives.hessianVectorProduct(f, List.of(x.variable())), ROSENBROCK);
        assertThat(product).isLessThanOrEqualTo(10 * primal);
    }

    /** At the minimum all adjoints of the squares vanish, but their tangents do not. */
    @Test
    void hessianVectorProductIsRightWhereAdjointsVanish() {
        VectorExpr x = Graph.vector("x", 2);
        TwiceDifferentiableFunction f = Differentiation.of(rosenbrock(x, 2), x);
        double[] product = new double[2];
        f.hessianVectorProduct(new double[] {1, 1}, new double[] {1, 0}, product);
        assertThat(product).containsExactly(802, -400);
        f.hessianVectorProduct(new double[] {1, 1}, new double[] {0, 1}, product);
        assertThat(product).containsExactly(-400, 200);
    }

    /** 2508 is the ratio of the eigenvalues of ((802, −400), (−400, 200)). */
    @Test
    void conditionNumberAtRosenbrocksMinimumIs2508() {
        VectorExpr x = Graph.vector("x", 2);
        double[] hessian = new double[4];
        Differentiation.of(rosenbrock(x, 2), x).hessian(new double[] {1, 1}, hessian);
        double mean = (hessian[0] + hessian[3]) / 2;
        double determinant = hessian[0] * hessian[3] - hessian[1] * hessian[2];
        double largest = mean + Math.sqrt(mean * mean - determinant);
        double smallest = determinant / largest;
        assertThat(largest / smallest).isCloseTo(2508.0096, within(1e-4));
    }
}
