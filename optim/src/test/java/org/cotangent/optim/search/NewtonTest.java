package org.cotangent.optim.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Result;
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
}
