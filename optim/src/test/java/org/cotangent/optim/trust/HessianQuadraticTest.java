package org.cotangent.optim.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.trust.RandomSubproblem.Kind;
import org.junit.jupiter.api.Test;

/** What second-order models say of a point beyond its gradient, against matrices of known eigenvalues. */
class HessianQuadraticTest {

    /** ½ Σ cᵢ xᵢ² + Σ bᵢ xᵢ + value at x = 0. */
    private static HessianQuadratic diagonal(double value, double[] b, double... c) {
        int n = c.length;
        TwiceDifferentiableFunction function = Functions.of(
                n,
                x -> value,
                (x, gradient) -> System.arraycopy(b, 0, gradient, 0, n),
                (x, v, product) -> Arrays.setAll(product, i -> c[i] * v[i]));
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return HessianQuadratic.at(function, new FunctionEvaluation(function), ones);
    }

    @Test
    void aPositiveDefiniteHessianHasANewtonStep() {
        UndampedStep step = diagonal(1, new double[] {3, -8}, 1, 4).undamped();
        assertThat(step.vector()).containsExactly(new double[] {-3, 2}, within(1e-15));
        assertThat(step.decrement()).isCloseTo(0.5 * (9 + 16), within(1e-13));
        assertThat(step.scaledNorm()).isCloseTo(Math.sqrt(13), within(1e-14));
        assertThat(step.rank()).isEqualTo(2);
    }

    @Test
    void unitsOfVariablesDoNotMakeAHessianSingular() {
        UndampedStep step = diagonal(1, new double[] {1e-9, 1e9}, 1e-18, 1e18).undamped();
        assertThat(step.rank()).isEqualTo(2);
        assertThat(step.decrement()).isCloseTo(1, within(1e-14));
    }

    @Test
    void anUnseenVariableIsLeftAlone() {
        UndampedStep step = diagonal(1, new double[] {3, 0, -8}, 1, 0, 4).undamped();
        assertThat(step.vector()).containsExactly(new double[] {-3, 0, 2}, within(1e-15));
        assertThat(step.rank()).isEqualTo(2);
    }

    @Test
    void aSlopeWithoutCurvatureForbidsTheStep() {
        assertThat(diagonal(1, new double[] {3, 1e-3}, 1, 0).unrestrictedStepNorm())
                .isNaN();
        // At the lowest point of the other variable as well: the slope must not pass for rounding.
        assertThat(diagonal(1, new double[] {0, 1e-3}, 1, 0).unrestrictedStepNorm())
                .isNaN();
    }

    @Test
    void negativeCurvatureForbidsTheStep() {
        HessianQuadratic quadratic = diagonal(1, new double[] {3, 1}, 4, -1);
        assertThat(quadratic.unrestrictedStepNorm()).isNaN();
        assertThat(quadratic.decrement()).isNaN();
        double[] direction = new double[2];
        assertThat(quadratic.smallestCurvature(direction)).isCloseTo(-1, within(1e-14));
        assertThat(direction).containsExactly(new double[] {0, -1}, within(1e-14));
    }

    @Property(tries = 200)
    void lanczosFindsTheSmallestCurvature(@ForAll @IntRange(min = 1, max = 30) int n, @ForAll long seed) {
        RandomSubproblem problem = RandomSubproblem.of(n, Kind.INDEFINITE, seed);
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        LinearOperator operator = operator(problem);
        double[] direction = new double[n];
        double[] scaled = problem.scaledMatrix();
        double[] gradient = ScaledProblem.divided(problem.gradient(), problem.scale());
        OperatorQuadratic quadratic = new OperatorQuadratic(operator, 0, gradient.clone(), gradient, ones, 0.1);
        double curvature = new CurvatureProbe(new ScaledProblem(quadratic)).smallest(direction, ones, gradient);
        // In these variables the eigenvalues are those that the problem was built from, the lowest below −5.5.
        assertThat(curvature).isBetween(-8.0001, -5.4999);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum += direction[i] * scaled[i * n + j] * direction[j];
            }
        }
        assertThat(sum).isCloseTo(curvature, within(1e-8));
    }

    private static LinearOperator operator(RandomSubproblem problem) {
        int n = problem.scale().length;
        double[] scaled = problem.scaledMatrix();
        return new LinearOperator() {
            @Override
            public int rows() {
                return n;
            }

            @Override
            public int columns() {
                return n;
            }

            @Override
            public void apply(double[] v, double[] product) {
                Arrays.fill(product, 0);
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        product[i] += scaled[i * n + j] * v[j];
                    }
                }
            }
        };
    }

    @Property(tries = 200)
    void aConvexModelIsLeftAsItIsAndOthersAreTurned(
            @ForAll @IntRange(min = 1, max = 20) int n, @ForAll boolean convex, @ForAll long seed) {
        RandomSubproblem problem = RandomSubproblem.of(n, convex ? Kind.CONVEX : Kind.INDEFINITE, seed);
        ConvexMatrix turned = ConvexMatrix.of(problem);
        if (convex) {
            assertThat(turned.matrix()).containsExactly(problem.matrix());
        }
        double[] step = new double[n];
        turned.newtonStep(step);
        double slope = 0;
        for (int i = 0; i < n; i++) {
            slope += step[i] * problem.gradient()[i];
        }
        assertThat(slope).isNegative();
    }
}
