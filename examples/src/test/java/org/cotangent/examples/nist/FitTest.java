package org.cotangent.examples.nist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every data set from both starts, judged by what NIST certifies. */
class FitTest {

    static Stream<Arguments> runs() {
        return Arrays.stream(Problem.values())
                .flatMap(problem -> Stream.of(Arguments.of(problem, 1), Arguments.of(problem, 2)));
    }

    @ParameterizedTest(name = "{0} from start {1}")
    @MethodSource("runs")
    void reproducesTheCertifiedDigits(Problem problem, int start) {
        Fit fit = Fit.of(problem, problem.dataset(), start);
        assertThat(fit.result().converged()).as(fit.result().message()).isTrue();
        assertThat(fit.parameterDigits()).as("digits of the parameters").isGreaterThanOrEqualTo(9);
        if (fit.residualsAreRounding()) {
            assertThat(problem).as("with residuals that are rounding").isEqualTo(Problem.LANCZOS1);
            return;
        }
        assertThat(fit.deviationDigits())
                .as("digits of the standard deviations")
                .isGreaterThanOrEqualTo(7);
        assertThat(fit.sumOfSquaresDigits()).as("digits of the sum of squares").isGreaterThanOrEqualTo(7);
    }
}
