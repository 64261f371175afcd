package org.cotangent.ad.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A thousand correct functions with condition numbers up to 1e8: none is called wrong. */
class FalseAlarmTest {

    private static final int PER_FAMILY = 100;

    @ParameterizedTest
    @EnumSource
    void noCorrectFunctionIsCalledWrong(CorrectFunction family) {
        for (int i = 0; i < PER_FAMILY; i++) {
            CheckReport report = report(family, i);
            assertThat(report.verdict())
                    .as("seed " + seed(family, i) + "\n" + report)
                    .isNotEqualTo(Verdict.WRONG);
        }
    }

    @Test
    void atMostOneInTwentyIsUndecidable() {
        List<CheckReport> undecided = Arrays.stream(CorrectFunction.values())
                .flatMap(family -> IntStream.range(0, PER_FAMILY).mapToObj(i -> report(family, i)))
                .filter(report -> report.verdict() == Verdict.UNDECIDABLE)
                .toList();
        assertThat(undecided).hasSizeLessThanOrEqualTo(CorrectFunction.values().length * PER_FAMILY / 20);
    }

    private static CheckReport report(CorrectFunction family, int number) {
        return family.draw(new SplittableRandom(seed(family, number))).report();
    }

    private static long seed(CorrectFunction family, int number) {
        return 1000L * family.ordinal() + number;
    }
}
