package org.cotangent.optim.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Vectors;
import org.junit.jupiter.api.Test;

/** What Newton's method says of the point that it returns. */
class NewtonTest {

    private static final double STEEP = 1e10;
    private static final double SLIGHT = 1e-3;

    /** A saddle at 0 between minima at y = ±1, with a curvature 1e13 times smaller than that along x. */
    private static final TwiceDifferentiableFunction UNEVEN = Functions.of(
            2,
            x -> STEEP * x[0] * x[0] + SLIGHT * Math.pow(x[1] * x[1] - 1, 2),
            (x, gradient) -> {
                gradient[0] = 2 * STEEP * x[0];
                gradient[1] = 4 * SLIGHT * x[1] * (x[1] * x[1] - 1);
            },
            (x, v, product) -> {
                product[0] = 2 * STEEP * v[0];
                product[1] = SLIGHT * (12 * x[1] * x[1] - 4) * v[1];
            });

    @Test
    void aSaddleInAVariableOfSmallUnitsIsLeft() {
        Result result = Minimizers.newton().minimize(UNEVEN, 1, 0);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(Math.abs(result.point()[1])).as(result.message()).isCloseTo(1, within(1e-6));
        assertThat(result.certificate().curvature()).hasValue(0);
    }

    /** Linear residuals i Σ j xⱼ − 1 of rank 1, as ARGLINB of CUTE: every value is level along n − 1 directions. */
    private static TwiceDifferentiableFunction rankOne(int n, int m) {
        return Functions.of(
                n,
                x -> {
                    double sum = 0;
                    for (int i = 1; i <= m; i++) {
                        double residual = i * weighted(x) - 1;
                        sum += residual * residual;
                    }
                    return sum;
                },
                (x, gradient) -> {
                    double slope = 0;
                    for (int i = 1; i <= m; i++) {
                        slope += 2 * i * (i * weighted(x) - 1);
                    }
                    for (int j = 0; j < n; j++) {
                        gradient[j] = slope * (j + 1);
                    }
                },
                (x, v, product) -> {
                    double curvature = m * (m + 1.0) * (2 * m + 1) / 3 * weighted(v);
                    for (int j = 0; j < n; j++) {
                        product[j] = curvature * (j + 1);
                    }
                });
    }

    private static double weighted(double[] x) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += (j + 1) * x[j];
        }
        return sum;
    }

    @Test
    void itStaysWhereDirectionsAreLevel() {
        int n = 50;
        double[] start = new double[n];
        Arrays.fill(start, 1);
        Result result = Minimizers.newton().minimize(rankOne(n, 2 * n), start);
        assertThat(result.converged()).as(result.message()).isTrue();
        // m (m − 1) / (2 (2 m + 1)), Moré, Garbow, Hillstrom 1981, problem 33.
        assertThat(result.value()).isCloseTo(4950 / 201.0, within(1e-9));
        // Every variable moves the sum Σ j xⱼ, 1275 at the start and to be near 0, by the same 1/50 of it.
        assertThat(Vectors.distance(result.point(), start)).as(result.message()).isLessThan(33);
    }
}
