package org.cotangent.optim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecorderTest {

    @Test
    void keepsEvenlySpacedIteratesAndBothEnds() {
        Recorder recorder = new Recorder();
        for (long k = 0; k <= 10_001; k++) {
            recorder.record(new Point(k, 1.0 / (1 + k)));
        }
        History history = recorder.history(new Point(10_001, 1.0 / 10_002));
        long[] iterations = history.iterations();
        assertThat(history.size()).isBetween(512, 1025);
        assertThat(iterations[0]).isZero();
        assertThat(iterations[history.size() - 1]).isEqualTo(10_001);
        for (int i = 1; i + 1 < iterations.length; i++) {
            assertThat(iterations[i] - iterations[i - 1]).isEqualTo(iterations[1]);
            assertThat(history.values()[i]).isEqualTo(1.0 / (1 + iterations[i]));
        }
    }

    /** An iterate of which only number, value and gradient norm matter. */
    private record Point(long iteration, double value) implements Iterate {

        @Override
        public double[] point() {
            return new double[0];
        }

        @Override
        public double previousValue() {
            return Double.NaN;
        }

        @Override
        public double gradientNorm() {
            return value;
        }

        @Override
        public double firstGradientNorm() {
            return 1;
        }

        @Override
        public double pointNorm() {
            return 0;
        }

        @Override
        public double stepNorm() {
            return Double.NaN;
        }

        @Override
        public double modelStep() {
            return Double.NaN;
        }

        @Override
        public Counts counts() {
            return Counts.NONE;
        }

        @Override
        public Duration elapsed() {
            return Duration.ZERO;
        }
    }
}
