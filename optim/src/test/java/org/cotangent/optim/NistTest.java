package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.cotangent.optim.run.Counts;
import org.cotangent.optim.run.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest(name = "{0} from start {1}")
    @MethodSource("runs")
    void theLoopAloneGivesEightDigits(String name, int start) {
        NistProblem problem = NistProblem.read(name);
        LeastSquaresResult fit = Minimizers.levenbergMarquardt()
                .withoutFinish()
                .minimize(
                        new FirstOrderOnly(new TapeResiduals(problem.tape())),
                        problem.tape().start(start));
        assertThat(fit.converged()).as(fit.message()).isTrue();
        assertThat(NistProblem.digits(fit.point(), problem.parameters()))
                .as("digits of the parameters, " + fit.summary())
                .isGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest(name = "first radius factor {0}")
    @ValueSource(doubles = {10, 100})
    void otherFirstRadiiHardlyMatter(double factor) {
        List<String> failed = new ArrayList<>();
        for (String name : NistProblem.NAMES) {
            NistProblem problem = NistProblem.read(name);
            for (int start = 1; start <= 2; start++) {
                LeastSquaresResult fit = Minimizers.levenbergMarquardt()
                        .withoutFinish()
                        .radiusFactor(factor)
                        .minimize(
                                new TapeResiduals(problem.tape()),
                                problem.tape().start(start));
                if (NistProblem.digits(fit.point(), problem.parameters()) < 8) {
                    failed.add(name + " from start " + start);
                    assertThat(fit.converged()).as(fit.message()).isFalse();
                }
            }
        }
        // One long step carries BoxBOD to where its exponential is 0 to the last bit, with all derivatives.
        assertThat(failed).isSubsetOf("BoxBOD from start 1");
    }

    @Test
    void theCostOfAllFitsIsKept() {
        long values = 0;
        long jacobians = 0;
        long products = 0;
        for (String name : NistProblem.NAMES) {
            NistProblem problem = NistProblem.read(name);
            for (int start = 1; start <= 2; start++) {
                Counts counts = Minimizers.levenbergMarquardt()
                        .minimize(
                                new TapeResiduals(problem.tape()),
                                problem.tape().start(start))
                        .result()
                        .counts();
                values += counts.values();
                jacobians += counts.jacobians();
                products += counts.products();
            }
        }
        // Measured 1,988 and 1,299; one Hessian a fit is 240 products.
        assertThat(values).isLessThanOrEqualTo(2_200);
        assertThat(jacobians).isLessThanOrEqualTo(1_500);
        assertThat(products).isEqualTo(240);
    }

    /** As plain functions, which know nothing of residuals, by gradients alone. */
    @Test
    void bfgsGivesEightDigitsWhereItClaims() {
        List<Long> solved = new ArrayList<>();
        for (String name : NistProblem.NAMES) {
            NistProblem problem = NistProblem.read(name);
            GradientOnly function = new GradientOnly(new Multiple(0.5, new TapeSumOfSquares(problem.tape())));
            for (int start = 1; start <= 2; start++) {
                Result result =
                        Minimizers.bfgs().minimize(function, problem.tape().start(start));
                boolean isSolved = NistProblem.digits(result.point(), problem.parameters()) >= 8;
                assertThat(result.converged())
                        .as(name + " from start " + start + ": " + result.message())
                        .isEqualTo(isSolved);
                if (isSolved) {
                    solved.add(result.evaluations());
                }
            }
        }
        // Measured 53, in 9,124 evaluations; 51 of them in 6,383.
        assertThat(solved).hasSizeGreaterThanOrEqualTo(51);
        long cheapest =
                solved.stream().sorted().limit(51).mapToLong(Long::longValue).sum();
        assertThat(cheapest).isLessThanOrEqualTo(9_000);
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
