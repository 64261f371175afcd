package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Spectrum;
import org.cotangent.optim.trust.TrustRegionMinimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Problems with a gauge freedom: one more unknown than what is known determines. */
class GaugeTest {

    /** cosh(x₁ + x₂ − 3) + (x₃ − 1)²: of x₁ and x₂ only the sum counts. */
    private static final TwiceDifferentiableFunction SUM = Functions.of(
            3,
            x -> Math.cosh(x[0] + x[1] - 3) + (x[2] - 1) * (x[2] - 1),
            (x, gradient) -> {
                gradient[0] = Math.sinh(x[0] + x[1] - 3);
                gradient[1] = gradient[0];
                gradient[2] = 2 * (x[2] - 1);
            },
            (x, v, product) -> {
                product[0] = Math.cosh(x[0] + x[1] - 3) * (v[0] + v[1]);
                product[1] = product[0];
                product[2] = 2 * v[2];
            });

    static TrustRegionMinimizer<?>[] secondOrder() {
        return new TrustRegionMinimizer<?>[] {
            Minimizers.trustRegion(),
            Minimizers.dogleg(),
            Minimizers.trustRegionSteihaug(),
            Minimizers.trustRegionGltr()
        };
    }

    @ParameterizedTest
    @MethodSource("secondOrder")
    void scalarMethodsReportTheRankAndKeepTheGauge(TrustRegionMinimizer<TwiceDifferentiableFunction> method) {
        Result result = method.tolerance(1e-10).minimize(SUM, 5, -1, 4);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.certificate().spectrum()).hasValueSatisfying(spectrum -> {
            assertThat(spectrum.rank()).isEqualTo(2);
            assertThat(spectrum.isSingular()).isTrue();
            assertThat(spectrum.condition()).isInfinite();
        });
        assertThat(result.message())
                .contains("rank 2 of 3, so second derivatives see no difference to other points nearby");
        double[] x = result.point();
        assertThat(x[0] + x[1]).isCloseTo(3, within(1e-9));
        assertThat(x[2]).isCloseTo(1, within(1e-9));
    }

    @Test
    void theShortestStepLeavesTheGaugeAlone() {
        double[] x = Minimizers.trustRegion().minimize(SUM, 2, 2, 4).point();
        assertThat(x[0] - x[1]).isCloseTo(0, within(1e-12));
    }

    @Test
    void aDeterminedMinimumHasFullRankAndAFiniteCondition() {
        Result result = Minimizers.trustRegion().minimize(new Rosenbrock(2), -1.2, 1);
        Spectrum spectrum = result.certificate().spectrum().orElseThrow();
        assertThat(spectrum.isSingular()).isFalse();
        // H = [802, −400; −400, 200] at (1, 1), its diagonal scaled to 1: (1 + c) / (1 − c), c² = 400² / (802 · 200).
        double c = 400 / Math.sqrt(802.0 * 200);
        assertThat(spectrum.condition()).isCloseTo((1 + c) / (1 - c), within(1e-3));
        assertThat(result.message()).contains("rank 2 of 2, condition ");
    }

    /** (xyz − 1)² + Σ (xᵢ − 1)², the former's gradient written out: at a minimum its terms cancel, each rounded by itself. */
    private static TwiceDifferentiableFunction product(int n) {
        return Functions.of(
                n,
                x -> {
                    double r = x[0] * x[1] * x[2] - 1;
                    return r * r
                            + Arrays.stream(x, 3, n)
                                    .map(xi -> (xi - 1) * (xi - 1))
                                    .sum();
                },
                (x, gradient) -> {
                    double p = x[0] * x[1] * x[2];
                    Arrays.setAll(gradient, i -> i < 3 ? 2 * p * p / x[i] - 2 * p / x[i] : 2 * (x[i] - 1));
                },
                (x, v, product) -> {
                    double p = x[0] * x[1] * x[2];
                    double sum = v[0] / x[0] + v[1] / x[1] + v[2] / x[2];
                    Arrays.setAll(
                            product, i -> i < 3 ? 2 * p / x[i] * (p * sum + (p - 1) * (sum - v[i] / x[i])) : 2 * v[i]);
                });
    }

    /** Flat directions are found otherwise from 64 variables on. */
    @ParameterizedTest
    @ValueSource(ints = {20, 64, 80})
    void aSurfaceOfMinimaIsClaimedWhereTheGradientIsTheRoundingOfItsTerms(int n) {
        SplittableRandom random = new SplittableRandom(5);
        for (int k = 0; k < 10; k++) {
            double[] start = random.doubles(n, 0.3, 3).toArray();
            Result result = Minimizers.trustRegion().tolerance(0).minimize(product(n), start);
            assertThat(result.converged()).as(result.message()).isTrue();
            assertThat(result.value()).isLessThan(1e-25);
        }
    }

    /** Points on a line by their measured distances: a shift of all of them changes nothing. */
    private static final double[] TRUE = {0, 1, 2.5, 4};

    private static final VectorFunction DISTANCES = Functions.of(
            4,
            6,
            (x, y) -> {
                int k = 0;
                for (int i = 0; i < 4; i++) {
                    for (int j = 0; j < i; j++) {
                        double measured = TRUE[i] - TRUE[j] + 0.01 * Math.sin(7 * k);
                        y[k++] = x[i] - x[j] - measured;
                    }
                }
            },
            (x, jacobian) -> {
                Arrays.fill(jacobian, 0);
                int k = 0;
                for (int i = 0; i < 4; i++) {
                    for (int j = 0; j < i; j++) {
                        jacobian[4 * k + i] = 1;
                        jacobian[4 * k++ + j] = -1;
                    }
                }
            });

    @Test
    void aBundleUpToAShiftIsSolvedWithoutPretendingToKnowThePlace() {
        LeastSquaresResult fit = Minimizers.levenbergMarquardt().minimize(DISTANCES, 10, 12, 11, 15);
        assertThat(fit.converged()).as(fit.message()).isTrue();
        assertThat(fit.result().certificate().spectrum()).hasValueSatisfying(spectrum -> {
            assertThat(spectrum.rank()).isEqualTo(3);
            assertThat(spectrum.dimension()).isEqualTo(4);
        });
        // The shortest step leaves the mean of the points where it was.
        assertThat(Arrays.stream(fit.point()).sum()).isCloseTo(48, within(1e-9));
        assertThat(fit.statistics().rank()).isEqualTo(3);
        assertThat(fit.statistics().condition()).isInfinite();
        assertThat(fit.statistics().standardDeviations()).containsOnly(Double.POSITIVE_INFINITY);
        assertThat(fit.statistics().degreesOfFreedom()).isEqualTo(3);
        // Differences are determined all the same: variance 2 s² / 4 in a complete graph of four points.
        double s = fit.statistics().residualStandardDeviation();
        assertThat(fit.statistics().standardDeviationOf(new double[] {-1, 1, 0, 0}))
                .isCloseTo(s * Math.sqrt(0.5), within(1e-9));
        assertThat(fit.message()).contains("rank 3 of 4; fix or remove parameters");
    }

    @Test
    void aRedundantParameterOfACurveIsFlagged() {
        double[] t = {0, 1, 2, 3, 4, 5};
        double[] y = {3.1, 1.8, 1.15, 0.66, 0.41, 0.24};
        VectorFunction residuals = Functions.of(
                3, 6, (p, r) -> Arrays.setAll(r, i -> (p[0] + p[1]) * Math.exp(-p[2] * t[i]) - y[i]), (p, jacobian) -> {
                    for (int i = 0; i < 6; i++) {
                        double decay = Math.exp(-p[2] * t[i]);
                        jacobian[3 * i] = decay;
                        jacobian[3 * i + 1] = decay;
                        jacobian[3 * i + 2] = -t[i] * (p[0] + p[1]) * decay;
                    }
                });
        LeastSquaresResult fit = Minimizers.levenbergMarquardt().minimize(residuals, 1, 1, 1);
        assertThat(fit.converged()).as(fit.message()).isTrue();
        assertThat(fit.statistics().rank()).isEqualTo(2);
        double[] deviations = fit.statistics().standardDeviations();
        assertThat(deviations[0]).isInfinite();
        assertThat(deviations[1]).isInfinite();
        assertThat(deviations[2]).isBetween(1e-3, 1e-1);
        assertThat(fit.statistics().standardDeviationOf(new double[] {1, 1, 0})).isBetween(1e-3, 1e-1);
        assertThat(fit.statistics().correlation(0, 1)).isNaN();
    }
}
