package org.cotangent.ad.transform.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every combination of rules, through every mode up to third order; {@link Comparison} has the oracles. */
class ExternalsTest {

    static Stream<Named<Sample>> samples() {
        return Externals.all().entrySet().stream().map(e -> Named.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void allModesAgree(Sample sample) {
        Verdict verdict = Comparison.of(sample, Comparison.Extent.ALL);
        assertThat(verdict.outcome()).as(() -> verdict + "\n" + sample).isEqualTo(Verdict.Outcome.AGREED);
        assertThat(verdict.sloped()).isTrue();
    }
}
