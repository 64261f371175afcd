package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StoppingRules;
import org.cotangent.optim.search.PathSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions on which optimizers loop, throw or lie. */
class HardCasesTest {

    static List<PathSearch<DifferentiableFunction>> searching() {
        return List.of(Minimizers.gradientDescentArmijo(), Minimizers.lbfgs(5));
    }

    /** Everything that runs on one variable, Newton-CG as well. */
    private static List<Result> allOn(OneVariable function, double start) {
        return List.of(
                Minimizers.gradientDescentArmijo().maxIterations(10_000).minimize(function, start),
                Minimizers.lbfgs(5).maxIterations(10_000).minimize(function, start),
                Minimizers.newtonCg().maxIterations(10_000).minimize(function, start));
    }

    @Test
    void oneVariableIsEnough() {
        OneVariable cosine = new OneVariable(Math::cos, x -> -Math.sin(x), x -> -Math.cos(x));
        for (Result result : allOn(cosine, 0.5)) {
            assertThat(result.converged()).as(result.message()).isTrue();
            assertThat(result.value()).isCloseTo(-1, within(1e-15));
        }
    }

    @Test
    void aWallOfNaNShortensTheStep() {
        // The minimum x = 1e-3 is next to the end of the domain; long steps land on NaN.
        OneVariable barrier =
                new OneVariable(x -> 1000 * x - Math.log(x), x -> x > 0 ? 1000 - 1 / x : Double.NaN, x -> 1 / (x * x));
        for (Result result : allOn(barrier, 1)) {
            assertThat(result.converged()).as(result.message()).isTrue();
            assertThat(result.point()[0]).isCloseTo(1e-3, within(1e-9));
        }
    }

    @Test
    void fixedStepsStopShortOfAWall() {
        OneVariable barrier = new OneVariable(x -> x - Math.log(x), x -> 1 - 1 / x, x -> 1 / (x * x));
        Result result = Minimizers.gradientDescent(0.9).minimize(barrier, 0.6);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.point()[0]).isCloseTo(1, within(1e-7));
    }

    @Test
    void aStationaryStartNeedsOneEvaluation() {
        CountingFunction bowl = new CountingFunction(Quadratic.diagonal(1, 2));
        Result result = Minimizers.lbfgs(5).minimize(bowl, 0, 0);
        assertThat(result.summary()).isEqualTo("Converged: gradient norm 0 <= 1e-8 after 0 iterations, 1 evaluation");
        assertThat(bowl.evaluations).isEqualTo(1);
        assertThat(result.message()).contains("gap not certified");
    }

    @Test
    void newtonCgLeavesASaddle() {
        // x² − y² + y⁴ has a saddle at 0 and minima at (0, ±1/√2).
        SaddleFunction saddle = new SaddleFunction();
        Result result = Minimizers.newtonCg().minimize(saddle, 0, 0);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.value()).isCloseTo(-0.25, within(1e-12));
        assertThat(Math.abs(result.point()[1])).isCloseTo(Math.sqrt(0.5), within(1e-8));
        assertThat(result.message()).contains("no negative curvature seen");
    }

    @Test
    void newtonCgLeavesTheRidgeItStartsOn() {
        // The gradient at (1, 0) points along the ridge y = 0 to the saddle.
        Result result = Minimizers.newtonCg().minimize(new SaddleFunction(), 1, 0);
        assertThat(result.value()).as(result.message()).isCloseTo(-0.25, within(1e-12));
    }

    @Test
    void firstOrderMethodsSayThatTheyCannotTellASaddle() {
        Result result = Minimizers.lbfgs(5).minimize(new SaddleFunction(), 0, 0);
        assertThat(result.converged()).isTrue();
        assertThat(result.certificate().curvature()).isEmpty();
    }

    @Test
    void aStraightFallIsUnbounded() {
        OneVariable fall = new OneVariable(x -> -x, x -> -1, x -> 0);
        for (Result result : allOn(fall, 0)) {
            assertThat(result.status()).as(result.message()).isEqualTo(Status.UNBOUNDED);
            assertThat(result.evaluations()).isLessThan(200);
            assertThat(result.value()).isLessThan(-1e15);
        }
        Result fixed = Minimizers.gradientDescent(0.1).maxIterations(1000).minimize(fall, 0);
        assertThat(fixed.status()).isEqualTo(Status.ITERATION_LIMIT);
    }

    @Test
    void aFallToMinusInfinityIsUnbounded() {
        OneVariable fall = new OneVariable(x -> -Math.exp(x), x -> -Math.exp(x), x -> -Math.exp(x));
        for (Result result : allOn(fall, 0)) {
            assertThat(result.status()).as(result.message()).isEqualTo(Status.UNBOUNDED);
            assertThat(result.value()).isFinite();
        }
    }

    @Test
    void aStartThatIsNotFiniteIsAStatus() {
        OneVariable root = new OneVariable(Math::sqrt, x -> 0.5 / Math.sqrt(x), x -> -0.25 / (x * Math.sqrt(x)));
        for (double start : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, 0}) {
            for (Result result : allOn(root, start)) {
                assertThat(result.status()).as(result.message()).isEqualTo(Status.NON_FINITE_START);
                assertThat(result.evaluations()).isEqualTo(1);
                assertThat(result.point()).containsExactly(start);
            }
        }
        assertThat(Minimizers.lbfgs(1).minimize(root, Double.NaN).summary()).contains("start[0] is NaN");
    }

    @ParameterizedTest
    @MethodSource("searching")
    void aWrongGradientIsDiagnosed(PathSearch<DifferentiableFunction> method) {
        OneVariable wrong = new OneVariable(x -> (x - 3) * (x - 3), x -> -2 * (x - 3), x -> 2);
        Result result = method.minimize(wrong, 0);
        assertThat(result.status()).isEqualTo(Status.LINE_SEARCH_FAILED);
        assertThat(result.reason()).contains("DerivativeCheck");
        assertThat(result.point()).containsExactly(0);
    }

    @ParameterizedTest
    @MethodSource("searching")
    void anUnreachableToleranceEndsAtTheRoundingFloor(PathSearch<DifferentiableFunction> method) {
        // The value 1e8 hides everything below 1e-8; the gradient of the quartic never vanishes exactly.
        OneVariable raised = new OneVariable(
                x -> 1e8 + Math.pow(x - Math.PI, 4) + (x - Math.E) * (x - Math.E),
                x -> 4 * Math.pow(x - Math.PI, 3) + 2 * (x - Math.E),
                x -> 12 * (x - Math.PI) * (x - Math.PI) + 2);
        Result result = method.stopWhen(StoppingRules.gradientNorm(0))
                .maxIterations(5000)
                .minimize(raised, 10);
        assertThat(result.status()).as(result.message()).isIn(Status.CONVERGED_TO_ROUNDING, Status.CONVERGED);
        assertThat(result.gradientNorm()).isLessThan(1e-6);
        assertThat(result.evaluations()).isLessThan(2000);
    }

    @Test
    void fixedStepsThatOvershootReturnTheBestPoint() {
        Result result = Minimizers.gradientDescent(1.1).maxIterations(20).minimize(Quadratic.diagonal(2), 1);
        assertThat(result.status()).isEqualTo(Status.ITERATION_LIMIT);
        assertThat(result.point()).containsExactly(1);
    }

    @Test
    void everyStatusButConvergedGivesAdvice() {
        for (Status status : Status.values()) {
            assertThat(status.advice().isEmpty()).isEqualTo(status.converged());
            assertThat(status.title()).isNotBlank();
        }
    }
}
