package org.cotangent.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The 39 instances against published values, formulas written down a second time, and differences. */
class MoreGarbowHillstromTest {

    private static final long SEED = 1981;

    private static final int RANDOM_POINTS = 3;

    /** Points around the start: no coordinate is farther than this part of it, and none is 0. */
    private static double[][] around(TestProblem problem, double part) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] points = new double[RANDOM_POINTS][];
        for (int i = 0; i < points.length; i++) {
            points[i] = problem.start();
            for (int j = 0; j < points[i].length; j++) {
                double offset = points[i][j] == 0 ? 0.1 * random.nextDouble() : 0;
                points[i][j] = points[i][j] * (1 - part + 2 * part * random.nextDouble()) + offset;
            }
        }
        return points;
    }

    @ParameterizedTest
    @EnumSource
    void theStartHasThePublishedValue(MoreGarbowHillstrom problem) {
        double value = problem.function().value(problem.start());
        // 15 digits are recorded, and some sums cancel one or two.
        assertThat(value).isCloseTo(problem.startValue(), within(1e-12 * problem.startValue()));
    }

    @ParameterizedTest
    @EnumSource
    void valuesAndGradientsAreThoseOfTheTape(MoreGarbowHillstrom problem) throws IOException {
        Tape tape = Tape.of(problem.title());
        List<double[]> points = new ArrayList<>(List.of(around(problem, 0.5)));
        points.add(problem.start());
        for (double[] x : points) {
            double[] residuals = new double[problem.residuals().outputDimension()];
            problem.residuals().value(x, residuals);
            double[] expected = tape.residuals(x);
            assertThat(residuals).hasSameSizeAs(expected);
            double size = largest(expected);
            assertThat(residuals).containsExactly(expected, within(1e-12 * size));

            double[] gradient = new double[x.length];
            problem.function().valueAndGradient(x, gradient);
            double[] expectedGradient = tape.gradient(x);
            assertThat(gradient).containsExactly(expectedGradient, within(1e-11 * largest(expectedGradient)));
        }
    }

    private static double largest(double[] vector) {
        return Arrays.stream(vector).map(Math::abs).max().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void derivativesPassTheCheck(MoreGarbowHillstrom problem) {
        DerivativeCheck residuals = DerivativeCheck.of(problem.residuals());
        DerivativeCheck function = DerivativeCheck.of(problem.function());
        for (double[] x : around(problem, 0.1)) {
            residuals = residuals.at(x);
            function = function.at(x);
        }
        function.orThrow();
        // Most derivatives by the places of Osborne's peaks are below 1e-50, which no difference can confirm.
        if (problem != MoreGarbowHillstrom.OSBORNE2) {
            residuals.orThrow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void recordedPointsAreStationary(MoreGarbowHillstrom problem) {
        double[] first = new double[problem.dimension()];
        problem.function().valueAndGradient(problem.start(), first);
        for (Minimum minimum : problem.minima()) {
            minimum.point().ifPresent(x -> {
                double[] gradient = new double[x.length];
                double value = problem.function().valueAndGradient(x, gradient);
                // Eleven digits of values are recorded, sixteen of points; Watson's residuals of 4e-6 have twelve.
                assertThat(value).isCloseTo(minimum.value(), within(1e-10 * minimum.value() + 1e-18));
                assertThat(largest(gradient)).isLessThanOrEqualTo(1e-10 * largest(first));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMinimizerFindsARecordedMinimum(MoreGarbowHillstrom problem) {
        LeastSquaresResult fit = Minimizers.levenbergMarquardt().minimize(problem.residuals(), problem.start());
        assertThat(problem.isSolvedBy(fit.residualSumOfSquares()))
                .as(fit.message() + " " + fit.residualSumOfSquares() + " " + problem.minima())
                .isTrue();
    }

    @Test
    void thereAre39() {
        assertThat(MoreGarbowHillstrom.values()).hasSize(39);
        assertThat(Facts.read()).hasSize(39);
        assertThat(MoreGarbowHillstrom.GULF.isSolvedBy(1e-3)).isFalse();
    }

    /** Formulas of many variables have the values of two small ones put together, or known solutions. */
    @Test
    void formulasTakeAnyNumberOfVariables() {
        int n = 40;
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        assertThat(new SumOfSquares(SystemsDerivatives.brownAlmostLinear(n)).value(ones))
                .isZero();
        assertThat(new SumOfSquares(ManyVariablesDerivatives.extendedRosenbrock(n)).value(ones))
                .isZero();
        assertThat(new SumOfSquares(ManyVariablesDerivatives.variablyDimensioned(n)).value(ones))
                .isZero();
        assertThat(new SumOfSquares(SystemsDerivatives.trigonometric(n)).value(new double[n]))
                .isZero();
    }
}
