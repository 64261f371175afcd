package org.cotangent.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest {

    static Stream<TestProblem> problems() {
        return Stream.of(
                Problems.rosenbrock(2),
                Problems.rosenbrock(7),
                Problems.rastrigin(1),
                Problems.rastrigin(5),
                Problems.booth(),
                Problems.beale(),
                Problems.himmelblau());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void derivativesPassTheCheck(TestProblem problem) {
        DerivativeCheck.of(problem.function())
                .at(problem.start())
                .atRandomPoints(1, 5, -2, 2)
                .orThrow();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void minimaAreStationaryAndOfTheirValue(TestProblem problem) {
        assertThat(problem.minima()).isNotEmpty();
        for (Minimum minimum : problem.minima()) {
            double[] x = minimum.point().orElseThrow();
            double[] gradient = new double[x.length];
            double value = problem.function().valueAndGradient(x, gradient);
            assertThat(value).isCloseTo(minimum.value(), within(1e-25));
            assertThat(gradient).containsOnly(new double[] {0}, within(1e-12));
            assertThat(problem.isSolvedBy(value)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void newtonGoesFromTheStartToAMinimum(TestProblem problem) {
        Result result = Minimizers.trustRegion().minimize(problem.function(), problem.start());
        // Rosenbrock's chain has another minimum near (−1, 1, …, 1) from 4 variables on (Shang, Qiu 2006).
        boolean chain = problem.title().equals("rosenbrock") && problem.dimension() > 3;
        assertThat(problem.isSolvedBy(result.value()) || chain && result.value() < 4)
                .as(problem.title() + ": " + result.message())
                .isTrue();
    }

    /** Values that anybody can compute by hand. */
    @Test
    void valuesAreAsPublished() {
        assertThat(value(Problems.rosenbrock(2), -1.2, 1)).isCloseTo(24.2, within(1e-13));
        assertThat(value(Problems.rosenbrock(3), 0, 0, 0)).isEqualTo(2);
        assertThat(value(Problems.rastrigin(2), 0.5, -0.5)).isCloseTo(40.5, within(1e-13));
        assertThat(value(Problems.booth(), 0, 0)).isEqualTo(74);
        assertThat(value(Problems.beale(), 1, 1)).isEqualTo(14.203125);
        assertThat(value(Problems.himmelblau(), 0, 0)).isEqualTo(170);
    }

    private static double value(TestProblem problem, double... x) {
        return problem.function().value(x);
    }

    @Test
    void startsAreCopies() {
        TestProblem problem = Problems.booth();
        problem.start()[0] = 99;
        assertThat(problem.start()).containsExactly(0, 0);
        Minimum minimum = problem.minima().get(0);
        minimum.point().orElseThrow()[0] = 99;
        assertThat(minimum.point().orElseThrow()).containsExactly(1, 3);
        assertThat(minimum).hasToString("0.0 at [1.0, 3.0]");
    }

    @Test
    void tooFewVariablesAreRefused() {
        assertThatThrownBy(() -> Problems.rosenbrock(1)).hasMessageContaining("n is 1, expected at least 2");
        assertThatThrownBy(() -> Problems.rastrigin(0)).hasMessageContaining("n is 0, expected at least 1");
    }
}
