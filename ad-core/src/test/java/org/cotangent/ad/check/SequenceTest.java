package org.cotangent.ad.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.cotangent.ad.check.Sequence.Limit;
import org.junit.jupiter.api.Test;

class SequenceTest {

    private static final int LEVELS = 16;
    private static final double SHORTEST = 0x1p-34;

    private static double step(int level) {
        return SHORTEST * Math.pow(Sequence.RATIO, level);
    }

    /** Of central differences of f at x, whose values are rounded. */
    private static Limit central(DoubleUnaryOperator f, double x) {
        double[] quotients = IntStream.range(0, LEVELS)
                .mapToDouble(k -> (f.applyAsDouble(x + step(k)) - f.applyAsDouble(x - step(k))) / (2 * step(k)))
                .toArray();
        double[] noise = IntStream.range(0, LEVELS)
                .mapToDouble(k -> 4 * Math.ulp(1.0) / step(k))
                .toArray();
        return new Sequence(quotients, noise, 2, 4).limit();
    }

    @Test
    void smoothFunctionsAreKnownToElevenDigits() {
        Limit limit = central(Math::sin, 1);
        assertThat(limit.value()).isCloseTo(Math.cos(1), within(limit.bound()));
        assertThat(limit.bound()).isLessThan(1e-10);
    }

    @Test
    void fastOscillationsAreNotMistakenForSlowOnes() {
        for (double frequency : new double[] {1e2, 1e4, 1e6}) {
            Limit limit = central(t -> Math.sin(frequency * t) / frequency + 1e-3 * t, 1);
            assertThat(limit.value()).isCloseTo(Math.cos(frequency) + 1e-3, within(limit.bound()));
            assertThat(limit.bound()).isLessThan(1e-3);
        }
    }

    @Test
    void slowConvergenceWidensTheBound() {
        for (double power : new double[] {0.2, 0.5, 1.5}) {
            Limit limit = central(t -> t * Math.pow(Math.abs(t), power) + t, 0);
            assertThat(limit.value()).isCloseTo(1, within(limit.bound()));
        }
    }

    @Test
    void tooFewNumbersHaveNoLimit() {
        assertThat(new Sequence(new double[] {1, 1}, new double[] {0, 0}, 2, 4)
                        .limit()
                        .bound())
                .isInfinite();
        assertThat(new Sequence(new double[0], new double[0], 2, 4).limit().bound())
                .isInfinite();
    }
}
