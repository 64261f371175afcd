package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.GradientJump;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A smooth function whose gradient turns within short steps has no kink, however large its second derivatives are. */
class FastSwingsTest {

    private static final int VARIABLES = 20;
    private static final long MOST = 1000;

    private static double size(int i) {
        return Math.exp(12.0 * i / (VARIABLES - 1));
    }

    /** Σ cos(sᵢ² xᵢ² − ½ sᵢ₊₁ xᵢ₊₁) with sizes sᵢ up to e¹², SCOSINE of CUTE. */
    private static final TwiceDifferentiableFunction COSINES = Functions.of(
            VARIABLES,
            x -> {
                double sum = 0;
                for (int i = 0; i + 1 < VARIABLES; i++) {
                    sum += Math.cos(angle(x, i));
                }
                return sum;
            },
            (x, gradient) -> {
                Arrays.fill(gradient, 0);
                for (int i = 0; i + 1 < VARIABLES; i++) {
                    double slope = -Math.sin(angle(x, i));
                    gradient[i] += slope * 2 * size(i) * size(i) * x[i];
                    gradient[i + 1] -= slope * size(i + 1) / 2;
                }
            },
            (x, v, product) -> {
                Arrays.fill(product, 0);
                for (int i = 0; i + 1 < VARIABLES; i++) {
                    double first = 2 * size(i) * size(i) * x[i];
                    double second = -size(i + 1) / 2;
                    double curvature = -Math.cos(angle(x, i)) * (first * v[i] + second * v[i + 1]);
                    product[i] += curvature * first - Math.sin(angle(x, i)) * 2 * size(i) * size(i) * v[i];
                    product[i + 1] += curvature * second;
                }
            });

    private static double angle(double[] x, int i) {
        double scaled = size(i) * x[i];
        return scaled * scaled - size(i + 1) * x[i + 1] / 2;
    }

    /** Falls for ever, and swings on the way: from where the points are far apart the gradient jumps between them. */
    private static final TwiceDifferentiableFunction SLOPE = Functions.of(
            2,
            x -> 100 * Math.sin(x[0] / 100) + x[0] + Math.cos(2 * x[1] - x[0]) / 2,
            (x, gradient) -> {
                gradient[0] = Math.cos(x[0] / 100) + 1 + Math.sin(2 * x[1] - x[0]) / 2;
                gradient[1] = -Math.sin(2 * x[1] - x[0]);
            },
            (x, v, product) -> {
                double curvature = -Math.cos(2 * x[1] - x[0]) / 2 * (2 * v[1] - v[0]);
                product[0] = -Math.sin(x[0] / 100) / 100 * v[0] - curvature;
                product[1] = 2 * curvature;
            });

    static Stream<Minimizer<? super TwiceDifferentiableFunction, Result>> methods() {
        return Stream.of(
                Minimizers.bfgs().maxEvaluations(MOST),
                Minimizers.lbfgs(10).maxEvaluations(MOST),
                Minimizers.conjugateGradients().maxEvaluations(MOST),
                Minimizers.trustRegion().maxEvaluations(MOST),
                Minimizers.trustRegionGltr().maxEvaluations(MOST),
                Minimizers.trustRegionBfgs().maxEvaluations(MOST));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void noKinkIsNamed(Minimizer<? super TwiceDifferentiableFunction, Result> method) {
        double[] start = new double[VARIABLES];
        Arrays.setAll(start, i -> 1 / size(i));
        Result cosines = method.minimize(COSINES, start);
        assertThat(cosines.status()).as(cosines.message()).isNotEqualTo(Status.NON_SMOOTH);
        for (double far : new double[] {1, 1e4, 1e12, 1e15}) {
            Result slope = method.minimize(SLOPE, far, -far / 3);
            assertThat(slope.status()).as(slope.message()).isNotEqualTo(Status.NON_SMOOTH);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e6, 1e9})
    void aSwingIsNoJumpAndAKinkIsOne(double steepness) {
        double[] from = {0.3, 1};
        double[] way = {2e-8, -1e-8};
        assertThat(jumps(x -> Math.sin(steepness * x), x -> steepness * Math.cos(steepness * x), from, way))
                .isFalse();
        assertThat(jumps(
                        x -> steepness * Math.abs(x - 0.300000007),
                        x -> steepness * Math.signum(x - 0.300000007),
                        from,
                        way))
                .isTrue();
    }

    private static boolean jumps(DoubleUnaryOperator f, DoubleUnaryOperator slope, double[] from, double[] way) {
        DifferentiableFunction function = Functions.of(2, x -> f.applyAsDouble(x[0]) + x[1], (x, gradient) -> {
            gradient[0] = slope.applyAsDouble(x[0]);
            gradient[1] = 1;
        });
        return GradientJump.isBetween(new FunctionEvaluation(function), from, way);
    }

    @Test
    void aKinkAtAnEndIsOneToo() {
        assertThat(jumps(Math::abs, Math::signum, new double[] {0, 1}, new double[] {-1e-8, 0}))
                .isTrue();
        assertThat(jumps(Math::abs, x -> x < 0 ? -1 : 1, new double[] {0, 1}, new double[] {-1e-8, 0}))
                .isTrue();
        assertThat(jumps(Math::abs, Math::signum, new double[] {1e-8, 1}, new double[] {-1e-8, 0}))
                .isTrue();
    }
}
