package org.cotangent.optim.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Rates in closed form. */
class SchedulesTest {

    private static double[] rates(Schedule schedule, long... updates) {
        return LongStream.of(updates).mapToDouble(schedule::rate).toArray();
    }

    @Test
    void ratesAreThoseOfTheFormulas() {
        assertThat(rates(Schedule.constant(0.3), 0, 1_000_000)).containsExactly(0.3, 0.3);
        assertThat(rates(Schedule.steps(1, 0.5, 10), 0, 9, 10, 19, 20, 30))
                .containsExactly(1, 1, 0.5, 0.5, 0.25, 0.125);
        assertThat(rates(Schedule.cosine(2, 6), 0, 2, 3, 4, 6, 100))
                .containsExactly(new double[] {2, 1.5, 1, 0.5, 0, 0}, offset(1e-15));
        assertThat(rates(new CosineDecay(2, 1, 6), 0, 3, 6)).containsExactly(new double[] {2, 1.5, 1}, offset(1e-15));
        assertThat(rates(Schedule.inverseTime(1, 4), 0, 4, 12)).containsExactly(1, 0.5, 0.25);
        assertThat(rates(new InverseRoot(0.01), 0, 9999, 39_999)).containsExactly(0.01, 0.01, 0.005);
        assertThat(rates(Schedule.constant(1).warmUp(4), 0, 1, 3, 4, 9)).containsExactly(0.25, 0.5, 1, 1, 1);
        assertThat(rates(Schedule.steps(1, 0.5, 2).warmUp(3), 2, 3, 4, 5)).containsExactly(1, 1, 1, 0.5);
        assertThat(rates(Schedule.constant(0.1).scaled(256, 1024), 0)).containsExactly(0.4);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.constant(0))
                .withMessageContaining("rate is 0.0, expected a positive finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.cosine(1, 0))
                .withMessageContaining("updates is 0, expected at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CosineDecay(1, -1, 5))
                .withMessageContaining("last rate is -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.constant(1).warmUp(0))
                .withMessageContaining("updates of the rise is 0");
    }
}
