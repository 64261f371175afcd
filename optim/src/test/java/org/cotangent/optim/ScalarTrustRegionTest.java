package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Budget;
import org.cotangent.optim.run.Call;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.trust.TrustRegionMinimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The trust-region methods for scalar functions where optimizers loop, throw or lie. */
class ScalarTrustRegionTest {

    /** (x − y − 1)² + (x − y − 1)⁴: a shift of both variables changes nothing. */
    private static final TwiceDifferentiableFunction GAUGE = Functions.of(
            2,
            x -> {
                double r = x[0] - x[1] - 1;
                return r * r + r * r * r * r;
            },
            (x, gradient) -> {
                double r = x[0] - x[1] - 1;
                gradient[0] = 2 * r + 4 * r * r * r;
                gradient[1] = -gradient[0];
            },
            (x, v, product) -> {
                double r = x[0] - x[1] - 1;
                product[0] = (2 + 12 * r * r) * (v[0] - v[1]);
                product[1] = -product[0];
            });

    static List<TrustRegionMinimizer<TwiceDifferentiableFunction>> secondOrder() {
        return List.of(
                Minimizers.trustRegion(),
                Minimizers.trustRegion().withoutFinish(),
                Minimizers.dogleg(),
                Minimizers.trustRegionSteihaug(),
                Minimizers.trustRegionGltr(),
                Minimizers.trustRegionSteihaug().withFinish());
    }

    static List<TrustRegionMinimizer<DifferentiableFunction>> firstOrder() {
        return List.of(Minimizers.trustRegionBfgs(), Minimizers.trustRegionSr1());
    }

    private static List<Result> all(TwiceDifferentiableFunction function, double... start) {
        return Stream.concat(
                        secondOrder().stream()
                                .map(method -> method.maxIterations(3000).minimize(function, start)),
                        firstOrder().stream()
                                .map(method -> method.maxIterations(3000).minimize(function, start)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("secondOrder")
    void aSaddleIsLeft(TrustRegionMinimizer<TwiceDifferentiableFunction> method) {
        // x² − y² + y⁴: at (0, 0) there is no slope, from (1, 0) it leads to the saddle.
        for (double start : new double[] {0, 1}) {
            Result result = method.minimize(new SaddleFunction(), start, 0);
            assertThat(result.converged()).as(result.message()).isTrue();
            assertThat(result.value()).isCloseTo(-0.25, within(1e-12));
            assertThat(result.message()).contains("no negative curvature seen");
            assertThat(result.certificate().gap().orElseThrow()).isBetween(0.0, 1e-12);
            // Of the Hessian diag(2, 12 y² − 2) at y² = 1/2, along the smallest curvature in the method's scale.
            assertThat(result.certificate().curvature().orElseThrow()).isBetween(2 - 1e-5, 4 + 1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("secondOrder")
    void aGaugeFreedomIsNoObstacle(TrustRegionMinimizer<TwiceDifferentiableFunction> method) {
        Result result = method.minimize(GAUGE, 3, -4);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.point()[0] - result.point()[1]).isCloseTo(1, within(1e-7));
    }

    @Test
    void aFreeDirectionIsNotMovedAlong() {
        // The minimum-norm step in the scale of the start, where both variables have the same size.
        Result result = Minimizers.trustRegion().minimize(GAUGE, 3, -3);
        assertThat(result.point()[0] + result.point()[1]).isCloseTo(0, within(1e-6));
    }

    @Test
    void newtonNeedsOneStepOnAQuadratic() {
        Quadratic quadratic = Quadratic.random(8, 5);
        double[] start = new double[8];
        Arrays.fill(start, 10);
        Result result = Minimizers.trustRegion().withoutFinish().minimize(quadratic, start);
        assertThat(result.iterations()).as(result.message()).isEqualTo(1);
        assertThat(result.counts().hessians()).isEqualTo(2);
    }

    @Test
    void aStraightFallIsUnbounded() {
        for (Result result : all(new OneVariable(x -> -x, x -> -1, x -> 0), 0)) {
            assertThat(result.status()).as(result.message()).isEqualTo(Status.UNBOUNDED);
            assertThat(result.evaluations()).isLessThan(200);
        }
    }

    @Test
    void aFallToMinusInfinityIsUnbounded() {
        OneVariable fall = new OneVariable(x -> -Math.exp(x), x -> -Math.exp(x), x -> -Math.exp(x));
        for (Result result : all(fall, 0)) {
            assertThat(result.value()).isFinite();
            // Dogleg, whose curvature is turned, comes near the largest double one unit of x at a time.
            boolean walks = result.iterations() > 700;
            assertThat(result.status())
                    .as(result.message())
                    .isEqualTo(walks ? Status.LINE_SEARCH_FAILED : Status.UNBOUNDED);
        }
    }

    @Test
    void aWallOfNaNShrinksTheRegion() {
        OneVariable barrier =
                new OneVariable(x -> 1000 * x - Math.log(x), x -> x > 0 ? 1000 - 1 / x : Double.NaN, x -> 1 / (x * x));
        for (Result result : all(barrier, 1)) {
            assertThat(result.converged()).as(result.message()).isTrue();
            assertThat(result.point()[0]).isCloseTo(1e-3, within(1e-9));
        }
    }

    @Test
    void aStartThatIsNotFiniteIsAStatus() {
        OneVariable root = new OneVariable(Math::sqrt, x -> 0.5 / Math.sqrt(x), x -> -0.25 / (x * Math.sqrt(x)));
        for (double start : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, 0}) {
            for (Result result : all(root, start)) {
                assertThat(result.status()).as(result.message()).isEqualTo(Status.NON_FINITE_START);
            }
        }
    }

    @Test
    void aWrongGradientEnds() {
        OneVariable wrong = new OneVariable(x -> (x - 3) * (x - 3), x -> -2 * (x - 3), x -> 2);
        for (Result result : all(wrong, 1)) {
            assertThat(result.status()).as(result.message()).isEqualTo(Status.LINE_SEARCH_FAILED);
            assertThat(result.message()).contains("DerivativeCheck");
            assertThat(result.evaluations()).isLessThan(500);
        }
    }

    @Test
    void stiffCurvatureIsNotTakenForAWrongGradient() {
        // Meyer's problem: secant methods begin anew at the floor, with steps along a gradient 1e10 times too long.
        Tape meyer = Tape.read("mgh_meyer");
        for (TrustRegionMinimizer<DifferentiableFunction> method : firstOrder()) {
            Result result = method.minimize(new TapeSumOfSquares(meyer), meyer.start(1));
            assertThat(result.status()).as(result.message()).isIn(Status.ROUNDING_FLOOR, Status.CONVERGED);
        }
    }

    @Test
    void anUnreachableToleranceEndsAtTheRoundingFloor() {
        OneVariable raised = new OneVariable(
                x -> 1e8 + Math.pow(x - Math.PI, 4) + (x - Math.E) * (x - Math.E),
                x -> 4 * Math.pow(x - Math.PI, 3) + 2 * (x - Math.E),
                x -> 12 * (x - Math.PI) * (x - Math.PI) + 2);
        for (TrustRegionMinimizer<TwiceDifferentiableFunction> method : secondOrder()) {
            Result result = method.tolerance(0).minimize(raised, 10);
            assertThat(result.status())
                    .as(result.message())
                    .isIn(Status.ROUNDING_FLOOR, Status.CONVERGED_TO_ROUNDING, Status.CONVERGED);
            assertThat(result.gradientNorm()).isLessThan(1e-6);
            assertThat(result.evaluations()).isLessThan(200);
        }
    }

    @Test
    void theFinishWinsTheDigitsThatTheValueHides() {
        // Near π the value is level over 1e-4 of the point, as 1e8 hides what is below 1e-8.
        OneVariable hidden = new OneVariable(
                x -> 1e8 + (x - Math.PI) * (x - Math.PI) + Math.pow(x - Math.PI, 3),
                x -> 2 * (x - Math.PI) + 3 * (x - Math.PI) * (x - Math.PI),
                x -> 2 + 6 * (x - Math.PI));
        Result result = Minimizers.trustRegion().minimize(hidden, 4);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.point()[0]).isCloseTo(Math.PI, within(1e-15));
    }

    @Test
    void aLimitOnHessiansIsExact() {
        Result result = Minimizers.trustRegion()
                .budget(Budget.DEFAULT.withLimit(Call.HESSIAN, 5))
                .minimize(new Rosenbrock(2), -1.2, 1);
        assertThat(result.status()).as(result.message()).isEqualTo(Status.EVALUATION_LIMIT);
        assertThat(result.counts().hessians()).isEqualTo(5);
    }

    @Test
    void aFinishAsksForSecondDerivatives() {
        TrustRegionMinimizer<TwiceDifferentiableFunction> finished =
                Minimizers.trustRegionBfgs().withFinish();
        Result result = finished.minimize(new Rosenbrock(2), -1.2, 1);
        assertThat(result.counts().hessians()).isPositive();
        assertThat(result.point()).containsExactly(new double[] {1, 1}, within(1e-15));
        assertThat(finished.withoutFinish()
                        .minimize(new Rosenbrock(2), -1.2, 1)
                        .counts()
                        .hessians())
                .isZero();
    }

    @Test
    void aRadiusFactorHasToBePositive() {
        assertThatThrownBy(() -> Minimizers.trustRegion().radiusFactor(-1).minimize(new SaddleFunction(), 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("radius factor is -1.0");
    }
}
