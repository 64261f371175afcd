package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.search.PathSearch;
import org.cotangent.optim.trust.TrustRegionMinimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that begin at a maximum, whatever the value there. */
class MaximaTest {

    /** Σ cos xᵢ + offset. */
    private static TwiceDifferentiableFunction cosines(int n, double offset) {
        return Functions.of(
                n,
                x -> {
                    double sum = offset;
                    for (double entry : x) {
                        sum += Math.cos(entry);
                    }
                    return sum;
                },
                (x, gradient) -> {
                    for (int i = 0; i < n; i++) {
                        gradient[i] = -Math.sin(x[i]);
                    }
                },
                (x, v, product) -> {
                    for (int i = 0; i < n; i++) {
                        product[i] = -Math.cos(x[i]) * v[i];
                    }
                });
    }

    static Stream<TrustRegionMinimizer<TwiceDifferentiableFunction>> secondOrder() {
        return Stream.of(
                Minimizers.trustRegion(),
                Minimizers.dogleg(),
                Minimizers.trustRegionSteihaug(),
                Minimizers.trustRegionGltr());
    }

    /** One step leaves it in all variables, where one for each took hundreds of iterations. */
    @ParameterizedTest
    @MethodSource("secondOrder")
    void aMaximumOfManyVariablesIsLeftAtOnce(TrustRegionMinimizer<TwiceDifferentiableFunction> method) {
        for (double offset : new double[] {0, -30, 30, 1e8}) {
            for (double tolerance : new double[] {1e-8, 1e-12}) {
                Result result = method.tolerance(tolerance).minimize(cosines(30, offset), new double[30]);
                assertThat(result.converged()).as(result.message()).isTrue();
                assertThat(result.value()).isCloseTo(offset - 30, within(1e-9 + 1e-15 * Math.abs(offset)));
                assertThat(result.iterations()).as(result.message()).isLessThan(40);
            }
        }
    }

    static Stream<PathSearch<TwiceDifferentiableFunction>> searches() {
        return Stream.of(Minimizers.newton(), Minimizers.newtonCg());
    }

    @ParameterizedTest
    @MethodSource("searches")
    void searchesLeaveAMaximumOfManyVariablesAtOnce(PathSearch<TwiceDifferentiableFunction> method) {
        for (double offset : new double[] {0, -30, 30}) {
            Result result = method.minimize(cosines(30, offset), new double[30]);
            assertThat(result.converged()).as(result.message()).isTrue();
            assertThat(result.value()).isCloseTo(offset - 30, within(1e-9));
            assertThat(result.iterations()).as(result.message()).isLessThan(20);
        }
    }

    @Test
    void searchesClaimNoMaximumThatRoundingHides() {
        TwiceDifferentiableFunction hidden = cosines(4, 1e18);
        for (Result result : new Result[] {
            Minimizers.newton().minimize(hidden, new double[4]),
            Minimizers.newtonCg().minimize(hidden, new double[4])
        }) {
            assertThat(result.status()).as(result.message()).isEqualTo(Status.LINE_SEARCH_FAILED);
            assertThat(result.reason()).contains("negative curvature is seen, but no lower point along it");
        }
    }

    @Test
    void aRunWithoutStepsLeftClaimsNoMaximum() {
        TwiceDifferentiableFunction peak = cosines(2, 0);
        for (Result result : new Result[] {
            Minimizers.newton().maxIterations(0).minimize(peak, 0, 0),
            Minimizers.newtonCg().maxIterations(0).minimize(peak, 0, 0),
            Minimizers.trustRegion().maxIterations(0).minimize(peak, 0, 0)
        }) {
            assertThat(result.status()).as(result.message()).isEqualTo(Status.ITERATION_LIMIT);
        }
    }
}
