package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.leastsquares.LeastSquaresMethod;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.trust.TrustRegionMinimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that once led trust regions or fits astray. */
class RobustnessTest {

    private static final long MANY = 500;

    private static List<TrustRegionMinimizer<? super TwiceDifferentiableFunction>> all() {
        return List.of(
                Minimizers.trustRegion(),
                Minimizers.dogleg(),
                Minimizers.trustRegionSteihaug(),
                Minimizers.trustRegionGltr(),
                Minimizers.trustRegionBfgs(),
                Minimizers.trustRegionSr1());
    }

    private static TwiceDifferentiableFunction bowl(double x, double y) {
        return Functions.of(
                2,
                p -> (p[0] - x) * (p[0] - x) + (p[1] - y) * (p[1] - y),
                (p, gradient) -> {
                    gradient[0] = 2 * (p[0] - x);
                    gradient[1] = 2 * (p[1] - y);
                },
                (p, v, product) -> {
                    product[0] = 2 * v[0];
                    product[1] = 2 * v[1];
                });
    }

    @Test
    void aFirstRegionTooSmallToShowADecreaseGrows() {
        for (TrustRegionMinimizer<? super TwiceDifferentiableFunction> method : all()) {
            Result result = method.maxEvaluations(MANY).minimize(bowl(1e12, 1), 0, 0);
            assertThat(result.point()[0]).as(result.message()).isCloseTo(1e12, within(1e4));
        }
    }

    @Test
    void anOffsetThatHidesTheFunctionEndsTheRun() {
        OneVariable hidden = new OneVariable(x -> 1e16 + Math.sin(x), Math::cos, x -> -Math.sin(x));
        for (TrustRegionMinimizer<? super TwiceDifferentiableFunction> method : all()) {
            Result result = method.maxEvaluations(MANY).minimize(hidden, 1);
            assertThat(result.status()).as(result.message()).isNotEqualTo(Status.EVALUATION_LIMIT);
        }
    }

    @Test
    void aLevelTrialDoesNotKeepTheLoopFromEnding() {
        Tape tape = Tape.read("mgh_linear_rank1z_10");
        Result result = Minimizers.trustRegionSteihaug()
                .tolerance(1e-12)
                .maxEvaluations(MANY)
                .minimize(new TapeSumOfSquares(tape), tape.start(1));
        assertThat(result.converged()).as(result.message()).isTrue();
    }

    @Test
    void secondDerivativesThatAreNoNumbersAreNamed() {
        TwiceDifferentiableFunction noHessian = Functions.of(
                1,
                x -> x[0] * x[0],
                (x, gradient) -> gradient[0] = 2 * x[0],
                (x, v, product) -> product[0] = Double.NaN);
        for (TrustRegionMinimizer<TwiceDifferentiableFunction> method :
                List.of(Minimizers.trustRegion(), Minimizers.trustRegionGltr())) {
            Result result = method.minimize(noHessian, 1);
            assertThat(result.status()).isEqualTo(Status.LINE_SEARCH_FAILED);
            assertThat(result.message()).contains("second derivatives are not finite");
        }
    }

    @Test
    void secondDerivativesOfTheWrongSignAreNoRoundingFloor() {
        TwiceDifferentiableFunction wrong = Functions.of(
                1,
                x -> x[0] * x[0],
                (x, gradient) -> gradient[0] = 2 * x[0],
                (x, v, product) -> product[0] = -2 * v[0]);
        Result result = Minimizers.trustRegionGltr().minimize(wrong, 1);
        assertThat(result.converged()).isFalse();
        assertThat(result.message()).contains("verify the second derivatives with DerivativeCheck");
    }

    private static VectorFunction valley(double factor) {
        return Functions.of(
                2,
                2,
                (x, y) -> {
                    y[0] = factor * 10 * (x[1] - x[0] * x[0]);
                    y[1] = factor * (1 - x[0]);
                },
                (x, jacobian) -> {
                    jacobian[0] = -20 * factor * x[0];
                    jacobian[1] = 10 * factor;
                    jacobian[2] = -factor;
                    jacobian[3] = 0;
                });
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e75, 1e-75})
    void residualsOfAnyUnitsAreFitted(double factor) {
        for (LeastSquaresMethod method :
                List.of(Minimizers.levenbergMarquardt(), Minimizers.leastSquaresDogleg(), Minimizers.gaussNewton())) {
            LeastSquaresResult fit = method.maxEvaluations(MANY).minimize(valley(factor), -1.2, 1);
            assertThat(fit.converged()).as(fit.message()).isTrue();
            assertThat(fit.point()).containsExactly(new double[] {1, 1}, within(1e-9));
        }
    }

    @Test
    void squaresThatUnderflowAreNotClaimed() {
        LeastSquaresResult fit = Minimizers.levenbergMarquardt().minimize(valley(1e-200), -1.2, 1);
        assertThat(fit.converged()).as(fit.message()).isFalse();
        assertThat(fit.message()).contains("underflows").contains("multiply");
    }

    @Test
    void matricesThatNoArrayHoldsAreRefusedByName() {
        int n = 100_000;
        TwiceDifferentiableFunction wide = Functions.of(
                n,
                x -> x[0] * x[0],
                (x, gradient) -> {
                    Arrays.fill(gradient, 0);
                    gradient[0] = 2 * x[0];
                },
                (x, v, product) -> product[0] = 2 * v[0]);
        double[] start = new double[n];
        start[0] = 1;
        assertThatThrownBy(() -> Minimizers.trustRegion().minimize(wide, start))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100000 times 100000")
                .hasMessageContaining("trustRegionGltr()");
        assertThatThrownBy(() -> Minimizers.trustRegionBfgs().minimize(wide, start))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lbfgs");
        assertThatThrownBy(() -> Minimizers.levenbergMarquardt()
                        .minimize(Functions.of(n, n, (x, y) -> y[0] = x[0], (x, jacobian) -> jacobian[0] = 1), start))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("new LeastSquaresFunction(residuals)");
    }

    @Test
    void vanishingResidualsDetermineNothingTheyDoNotDependOn() {
        LeastSquaresResult fit = Minimizers.levenbergMarquardt()
                .minimize(
                        Functions.of(2, 3, (x, y) -> Arrays.fill(y, x[0] - 1), (x, jacobian) -> {
                            for (int i = 0; i < 3; i++) {
                                jacobian[2 * i] = 1;
                                jacobian[2 * i + 1] = 0;
                            }
                        }),
                        1,
                        5);
        assertThat(fit.statistics().standardDeviations()).containsExactly(0, Double.POSITIVE_INFINITY);
    }

    /** The exception comes from the Hessian at a point that has been gone to already. */
    @Test
    void aRunGoesOnAfterAnException() {
        Rosenbrock plain = new Rosenbrock(2);
        AtomicInteger calls = new AtomicInteger();
        TwiceDifferentiableFunction failing =
                Functions.of(2, plain::value, (x, gradient) -> plain.valueAndGradient(x, gradient), (x, v, product) -> {
                    if (calls.incrementAndGet() == 9) {
                        throw new IllegalStateException("no licence");
                    }
                    plain.hessianVectorProduct(x, v, product);
                });
        Run<Result> run = Minimizers.trustRegion().withoutFinish().start(failing, -1.2, 1);
        assertThatThrownBy(run::finish)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no licence");
        Result resumed = run.finish();
        Result undisturbed = Minimizers.trustRegion().withoutFinish().minimize(plain, -1.2, 1);
        assertThat(resumed.point()).containsExactly(undisturbed.point());
    }
}
