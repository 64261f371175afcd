package org.cotangent.optim.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecorderTest {

    @Test
    void keepsEvenlySpacedIteratesAndBothEnds() {
        Recorder recorder = new Recorder();
        for (long k = 0; k <= 10_001; k++) {
            recorder.record(Measured.of(k, 1.0 / (1 + k)));
        }
        History history = recorder.history(Measured.of(10_001, 1.0 / 10_002));
        long[] iterations = history.iterations();
        assertThat(history.size()).isBetween(512, 1025);
        assertThat(iterations[0]).isZero();
        assertThat(iterations[history.size() - 1]).isEqualTo(10_001);
        for (int i = 1; i + 1 < iterations.length; i++) {
            assertThat(iterations[i] - iterations[i - 1]).isEqualTo(iterations[1]);
            assertThat(history.values()[i]).isEqualTo(1.0 / (1 + iterations[i]));
        }
    }
}
