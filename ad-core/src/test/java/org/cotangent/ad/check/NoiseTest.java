package org.cotangent.ad.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class NoiseTest {

    private static final double SPACING = 1e-12;
    private static final double WIDEST = 1e-3;

    private static double estimate(DoubleUnaryOperator f) {
        DoubleFunction<double[]> values = t -> new double[] {f.applyAsDouble(t)};
        return Noise.of(values, 1, SPACING, WIDEST)[0];
    }

    /** Normal with standard deviation 1, another one for each bit of the argument. */
    private static double normal(double t) {
        SplittableRandom random = new SplittableRandom(Double.doubleToLongBits(t));
        return Math.sqrt(-2 * Math.log(random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    @Test
    void knownNoiseIsFoundWithinAFactorOfThreeOnASteepFunction() {
        for (double size : new double[] {1e-12, 1e-8, 1e-4}) {
            assertThat(estimate(t -> Math.exp(5 * t) + size * normal(t))).isBetween(size / 3, size * 3);
        }
    }

    @Test
    void roundingOfASmoothFunctionIsAFewUnitsInTheLastPlace() {
        assertThat(estimate(t -> Math.sin(1 + t))).isBetween(1e-17, 1e-15);
    }

    @Test
    void stairsAreFoundThoughNeighboursAreEqual() {
        double constant = 1e6;
        double height = Math.ulp(constant);
        assertThat(estimate(t -> (Math.sin(1 + t) + constant) - constant)).isBetween(height / 10, height);
    }

    @Test
    void constantsHaveNone() {
        assertThat(estimate(t -> 7)).isZero();
    }

    @Test
    void edgesAreAvoided() {
        assertThat(estimate(t -> t > 0 ? Double.NaN : Math.exp(t) + 1e-8 * normal(t)))
                .isBetween(1e-9, 3e-8);
    }
}
