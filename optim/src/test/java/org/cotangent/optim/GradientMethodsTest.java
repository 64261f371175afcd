package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Observer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.search.BarzilaiBorwein;
import org.cotangent.optim.search.Beta;
import org.cotangent.optim.search.Bfgs;
import org.cotangent.optim.search.Direction;
import org.cotangent.optim.search.ExactOnQuadratics;
import org.cotangent.optim.search.FixedStep;
import org.cotangent.optim.search.HagerZhang;
import org.cotangent.optim.search.HeavyBall;
import org.cotangent.optim.search.Lbfgs;
import org.cotangent.optim.search.Nesterov;
import org.cotangent.optim.search.NonlinearConjugateGradients;
import org.cotangent.optim.search.PathSearch;
import org.cotangent.optim.search.SteepestDescent;
import org.cotangent.optim.search.StrongWolfe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods that know gradients only, on quadratics of condition 100 with curvatures from 1 to 100. */
class GradientMethodsTest {

    private static final int N = 30;
    private static final double CONDITION = 100;

    private static Quadratic quadratic() {
        double[] curvatures = new double[N];
        Arrays.setAll(curvatures, i -> Math.pow(CONDITION, i / (N - 1.0)));
        return Quadratic.diagonal(curvatures);
    }

    private static double[] start() {
        double[] start = new double[N];
        Arrays.setAll(start, i -> 1 + i % 3);
        return start;
    }

    /** Distances from the minimum, the origin, from step to step. */
    private static List<Double> errors(PathSearch<DifferentiableFunction> method, int steps, double... start) {
        List<Double> errors = new ArrayList<>();
        Quadratic quadratic = start.length == 2 ? Quadratic.diagonal(1, CONDITION) : quadratic();
        method.tolerance(0)
                .maxIterations(steps)
                .observer(iterate -> {
                    errors.add(Math.sqrt(
                            Arrays.stream(iterate.point()).map(e -> e * e).sum()));
                    return Observer.Decision.CONTINUE;
                })
                .minimize(quadratic, start);
        return errors;
    }

    private static double rate(List<Double> errors, int from, int to) {
        return Math.pow(errors.get(to) / errors.get(from), 1.0 / (to - from));
    }

    private static PathSearch<DifferentiableFunction> exact(Direction<DifferentiableFunction> direction) {
        return PathSearch.of(direction, new ExactOnQuadratics());
    }

    @Test
    void steepestDescentWithExactStepsShrinksErrorsByTheTheoreticalRate() {
        // From (κ, 1) every step shrinks both errors by (κ − 1)/(κ + 1) (Akaike 1959).
        List<Double> errors = errors(exact(new SteepestDescent()), 100, CONDITION, 1);
        assertThat(rate(errors, 10, 90)).isCloseTo(99.0 / 101, within(1e-6));
    }

    @Test
    void tunedHeavyBallShrinksErrorsByTheTheoreticalRate() {
        HeavyBall tuned = HeavyBall.between(1, CONDITION);
        List<Double> errors = errors(PathSearch.of(tuned, new FixedStep(1)), 140, start());
        assertThat(rate(errors, 60, 130)).isCloseTo(9.0 / 11, within(0.05 * 9 / 11));
    }

    @Test
    void nesterovStaysBelowItsBound() {
        // f(x_k) ≤ 2 L ‖x₀‖² / (k + 1)² (Nesterov 1983; Beck, Teboulle 2009, theorem 4.4).
        double square = Arrays.stream(start()).map(e -> e * e).sum();
        PathSearch.of(new Nesterov(1 / CONDITION), new FixedStep(1))
                .maxIterations(200)
                .tolerance(1e-12)
                .observer(iterate -> {
                    double k = iterate.iteration() + 1;
                    // The iterates are extrapolated points, for which a few times the bound holds.
                    assertThat(iterate.value()).isLessThanOrEqualTo(4 * 2 * CONDITION * square / (k * k));
                    return Observer.Decision.CONTINUE;
                })
                .minimize(quadratic(), start());
        List<Double> errors = errors(PathSearch.of(new Nesterov(1 / CONDITION), new FixedStep(1)), 150, start());
        List<Double> plain = errors(Minimizers.gradientDescent(1 / CONDITION), 150, start());
        assertThat(errors.get(149)).isLessThan(0.01 * plain.get(149));
    }

    @Test
    void barzilaiAndBorweinNeedAFractionOfSteepestDescent() {
        Result result = Minimizers.barzilaiBorwein().tolerance(1e-8).minimize(quadratic(), start());
        assertThat(result.converged()).as(result.message()).isTrue();
        Result plain = exact(new SteepestDescent()).tolerance(1e-8).minimize(quadratic(), start());
        assertThat(result.evaluations()).isLessThan(plain.evaluations() / 3);
    }

    static Stream<Beta> formulas() {
        return Stream.of(Beta.FLETCHER_REEVES, Beta.POLAK_RIBIERE_PLUS, Beta.HESTENES_STIEFEL, Beta.HAGER_ZHANG);
    }

    /** With exact steps all formulas are linear conjugate gradients, and those end after n steps. */
    @ParameterizedTest
    @MethodSource("formulas")
    void formulasAgreeOnQuadratics(Beta formula) {
        List<Double> expected = errors(exact(new Lbfgs(1)), 15, start());
        List<Double> found = errors(exact(new NonlinearConjugateGradients(formula, false)), 15, start());
        for (int k = 0; k < 15; k++) {
            assertThat(found.get(k)).isCloseTo(expected.get(k), within(1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void conjugateGradientsStayBelowTheirBound(Beta formula) {
        Quadratic quadratic = quadratic();
        double first = quadratic.value(start());
        exact(new NonlinearConjugateGradients(formula, false))
                .tolerance(1e-7)
                .observer(iterate -> {
                    // ‖e_k‖_A ≤ 2 ((√κ − 1)/(√κ + 1))^k ‖e_0‖_A, and f = ½ ‖e‖_A².
                    double bound = 4 * Math.pow(9.0 / 11, 2 * iterate.iteration()) * first;
                    assertThat(iterate.value()).isLessThanOrEqualTo(bound * (1 + 1e-9) + 1e-20);
                    return Observer.Decision.CONTINUE;
                })
                .minimize(quadratic, start());
    }

    @Test
    void newtonSolvesQuadraticsInOneStep() {
        Result result = Minimizers.newton().minimize(Quadratic.random(12, 5), new double[12]);
        assertThat(result.converged()).isTrue();
        assertThat(result.iterations()).isEqualTo(1);
    }

    @Test
    void bfgsWithExactStepsEndsAfterAsManyStepsAsVariables() {
        Result result = exact(new Bfgs()).tolerance(1e-9).minimize(Quadratic.random(8, 3), new double[8]);
        assertThat(result.converged()).isTrue();
        assertThat(result.iterations()).isLessThanOrEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void conjugateGradientsFollowTheValley(Beta formula) {
        Result result = PathSearch.of(
                        new NonlinearConjugateGradients(formula, true),
                        new StrongWolfe(NonlinearConjugateGradients.FLATTENING))
                .minimize(new Rosenbrock(2), -1.2, 1);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.point()).containsExactly(new double[] {1, 1}, within(1e-6));
    }

    @Test
    void hagerZhangSearchesForAllDirections() {
        for (Direction<DifferentiableFunction> direction :
                List.of(new Bfgs(), new Lbfgs(5), new NonlinearConjugateGradients(Beta.HAGER_ZHANG, true))) {
            Result result = PathSearch.of(direction, new HagerZhang()).minimize(new Rosenbrock(2), -1.2, 1);
            assertThat(result.point())
                    .as(direction + ": " + result.message())
                    .containsExactly(new double[] {1, 1}, within(1e-6));
        }
    }

    @Test
    void exactStepsSayWhereThereAreNone() {
        Result result = exact(new BarzilaiBorwein()).minimize(Quadratic.diagonal(-1, -2), 1, 1);
        assertThat(result.status()).isEqualTo(Status.LINE_SEARCH_FAILED);
        assertThat(result.message()).contains("does not curve upwards");
    }

    @Test
    void badParametersAreRefused() {
        assertThatThrownBy(() -> new HeavyBall(0, 0.5)).hasMessageContaining("step is 0.0");
        assertThatThrownBy(() -> new HeavyBall(1, 1)).hasMessageContaining("momentum is 1.0");
        assertThatThrownBy(() -> HeavyBall.between(2, 1)).hasMessageContaining("curvatures are 2.0 and 1.0");
        assertThatThrownBy(() -> new Nesterov(Double.NaN)).hasMessageContaining("step is NaN");
        assertThatThrownBy(() -> new HagerZhang(1)).hasMessageContaining("flattening is 1.0");
        assertThatThrownBy(() -> new StrongWolfe(2)).hasMessageContaining("flattening is 2.0");
    }
}
