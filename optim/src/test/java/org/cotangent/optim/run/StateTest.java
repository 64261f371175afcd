package org.cotangent.optim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What is read is what was written, to the bit, or is refused by name. */
class StateTest {

    /** One field of every kind. */
    private static final class Everything implements Stateful {

        private double number;
        private long count;
        private int index;
        private boolean flag;
        private String text = "";
        private double[] vector = new double[3];
        private long[] integers = new long[2];
        private double[] lazy = {};
        private OptionalDouble gap = OptionalDouble.empty();
        private Status status = Status.CONVERGED;

        @Override
        public void exchange(State state) {
            number = state.number(number);
            count = state.integer(count);
            index = state.integer(index);
            flag = state.flag(flag);
            text = state.text(text);
            state.vector(vector);
            state.vector(integers);
            lazy = state.array(lazy);
            gap = state.optional(gap);
            status = state.choice(status);
        }
    }

    private static Everything filled() {
        Everything full = new Everything();
        full.number = Double.longBitsToDouble(0x7ff8_0000_0000_beefL);
        full.count = Long.MIN_VALUE;
        full.index = -7;
        full.flag = true;
        full.text = "‖∇f‖ ≤ 1e-8";
        full.vector = new double[] {-0.0, Double.MIN_VALUE, Double.NEGATIVE_INFINITY};
        full.integers = new long[] {3, Long.MAX_VALUE};
        full.lazy = new double[] {1, 2, 3, 4};
        full.gap = OptionalDouble.of(1e-300);
        full.status = Status.ROUNDING_FLOOR;
        return full;
    }

    @Test
    void everyKindOfFieldSurvivesToTheBit() {
        Everything full = filled();
        Everything read = new Everything();
        Snapshot.of(full).restore(read);
        assertThat(Double.doubleToRawLongBits(read.number)).isEqualTo(0x7ff8_0000_0000_beefL);
        assertThat(read.count).isEqualTo(Long.MIN_VALUE);
        assertThat(read.index).isEqualTo(-7);
        assertThat(read.flag).isTrue();
        assertThat(read.text).isEqualTo(full.text);
        assertThat(Double.doubleToRawLongBits(read.vector[0])).isEqualTo(Long.MIN_VALUE);
        assertThat(read.vector).containsExactly(full.vector);
        assertThat(read.integers).containsExactly(full.integers);
        assertThat(read.lazy).containsExactly(1, 2, 3, 4);
        assertThat(read.gap).hasValue(1e-300);
        assertThat(read.status).isEqualTo(Status.ROUNDING_FLOOR);
        assertThat(Snapshot.of(read).bytes()).isEqualTo(Snapshot.of(full).bytes());
    }

    @Test
    void savingChangesNothing() {
        Everything full = filled();
        byte[] first = Snapshot.of(full).bytes();
        assertThat(Snapshot.of(full).bytes()).isEqualTo(first);
    }

    private static void assertRefused(Stateful written, Stateful read, String... parts) {
        Snapshot snapshot = Snapshot.of(written);
        assertThatThrownBy(() -> snapshot.restore(read))
                .isInstanceOf(MismatchedState.class)
                .hasMessageContainingAll(parts);
    }

    @Test
    void anotherFieldThanWrittenIsRefused() {
        assertRefused(state -> state.number(1), state -> state.integer(1L), "holds a number, expected an integer");
        assertRefused(state -> state.flag(true), state -> state.text(""), "holds a flag, expected a text");
        assertRefused(
                state -> state.vector(new double[3]), state -> state.vector(new double[2]), "of length 3", "length 2");
        assertRefused(state -> state.vector(new double[3]), state -> state.vector(new long[3]), "a vector of integers");
        assertRefused(
                state -> state.part("radius", inner -> {}),
                state -> state.part("ray", inner -> {}),
                "the part \"radius\", expected the part \"ray\"");
    }

    @Test
    void anEndTooEarlyIsAnError() {
        Snapshot snapshot = Snapshot.of(state -> state.number(1));
        assertThatThrownBy(() -> snapshot.restore(state -> {
                    state.number(1);
                    state.number(2);
                }))
                .isInstanceOf(UncheckedIOException.class);
    }
}
