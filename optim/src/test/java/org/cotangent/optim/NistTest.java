package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All NIST problems from both starts with one default configuration, against certified values. */
class NistTest {

    static Stream<Arguments> runs() {
        return NistProblem.NAMES.stream().flatMap(name -> Stream.of(Arguments.of(name, 1), Arguments.of(name, 2)));
    }

    @ParameterizedTest(name = "{0} from start {1}")
    @MethodSource("runs")
    void secondDerivativesGiveTenDigits(String name, int start) {
        NistProblem problem = NistProblem.read(name);
        assertCertified(problem, start, new TapeResiduals(problem.tape()));
    }

    @ParameterizedTest(name = "{0} from start {1}")
    @MethodSource("runs")
    void firstDerivativesGiveTenDigits(String name, int start) {
        NistProblem problem = NistProblem.read(name);
        assertCertified(problem, start, new FirstOrderOnly(new TapeResiduals(problem.tape())));
    }

    private static void assertCertified(NistProblem problem, int start, VectorFunction residuals) {
        LeastSquaresResult fit = Minimizers.levenbergMarquardt()
                .minimize(residuals, problem.tape().start(start));
        assertThat(fit.converged()).as(fit.message()).isTrue();
        assertThat(NistProblem.digits(fit.point(), problem.parameters()))
                .as("digits of the parameters, " + fit.summary())
                .isGreaterThanOrEqualTo(10);
        if (problem.residualSumOfSquares() < 1e-20) {
            // Lanczos1: the residuals are the rounding of the data, so nothing else can be certified.
            return;
        }
        assertThat(NistProblem.digits(fit.statistics().standardDeviations(), problem.deviations()))
                .as("digits of the standard deviations, " + fit.summary())
                .isGreaterThanOrEqualTo(8);
        assertThat(NistProblem.digits(
                        new double[] {fit.residualSumOfSquares()}, new double[] {problem.residualSumOfSquares()}))
                .isGreaterThanOrEqualTo(8);
    }
}
