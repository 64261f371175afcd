package org.cotangent.optim.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;
import org.junit.jupiter.api.Test;

/** Measured rounding against functions whose rounding is known. */
class ScalarNoiseTest {

    private static DifferentiableFunction offset(double offset) {
        return Functions.of(2, x -> (offset + Math.sin(x[0]) * x[1]) - offset, (x, gradient) -> gradient[0] = 0);
    }

    @Test
    void cancellationInsideTheFunctionIsSeen() {
        double unit = Math.ulp(1e8);
        double noise = ScalarNoise.measured(offset(1e8), new double[] {1.3, 0.7});
        // A sum rounded to a multiple of the unit is off by up to half of it, and 17 deviations are granted.
        assertThat(noise).isBetween(unit / 2, 17 * unit);
    }

    @Test
    void aSlopeIsNoNoise() {
        double value = Math.sin(1.3) * 0.7;
        double noise = ScalarNoise.measured(offset(0), new double[] {1.3, 0.7});
        assertThat(noise).isLessThan(30 * Math.ulp(value));
    }
}
