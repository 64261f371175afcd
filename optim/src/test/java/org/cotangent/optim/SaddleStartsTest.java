package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.leastsquares.LeastSquaresMethod;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.cotangent.optim.leastsquares.Loss;
import org.cotangent.optim.leastsquares.RootFinder;
import org.cotangent.optim.leastsquares.RootResult;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fits that begin at a saddle or a maximum of the sum of squares, or are led to one, do not end there. */
class SaddleStartsTest {

    /** A fit whose minima all have the same value, known by hand. */
    private record Case(String name, JetResiduals residuals, double[] start, double value) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Case of(
            String name, int outputs, double value, Function<Jet[], List<Jet>> formula, double... start) {
        return new Case(name, new JetResiduals(start.length, outputs, formula), start, value);
    }

    private static Jet square(Jet x) {
        return x.times(x);
    }

    private static Jet minus(Jet x, double number) {
        return new Jet(x.value() - number, x.gradient(), x.hessian());
    }

    private static Jet times(double factor, Jet x) {
        return x.map(factor * x.value(), factor, 0);
    }

    static Stream<Case> cases() {
        return Stream.of(
                of("a maximum of one variable", 1, 0, x -> List.of(minus(square(x[0]), 1)), 0),
                of(
                        "a circle from its centre",
                        1,
                        0,
                        x -> List.of(minus(square(x[0]).plus(1, square(x[1])), 1)),
                        0,
                        0),
                // (x² − 4)² + x²/4 is least where x² = 4 − 1/8.
                of(
                        "a ridge that makes the Jacobian of full rank",
                        2,
                        (1.0 / 64 + (4 - 0.125) / 4) / 2,
                        x -> List.of(minus(square(x[0]), 4), times(0.5, x[0])),
                        0),
                of(
                        "a saddle at the end of a valley",
                        2,
                        0,
                        x -> List.of(
                                minus(square(x[0]), 1), minus(x[1].times(x[1]).times(x[1]), 8)),
                        0,
                        5),
                // (xy − 1)² + (x² + y²)/100 is least where x = y, x² = 1 − 1/100.
                of(
                        "a product from 0",
                        3,
                        (1e-4 + 2 * 0.99 / 100) / 2,
                        x -> List.of(minus(x[0].times(x[1]), 1), times(0.1, x[0]), times(0.1, x[1])),
                        0,
                        0),
                // With d = x − y: (d² − 1)² + d²/100 is least where d² = 1 − 1/200.
                of(
                        "two variables that begin alike",
                        3,
                        (1.0 / 40_000 + (1 - 1.0 / 200) / 100) / 2,
                        x -> {
                            Jet difference = x[0].plus(-1, x[1]);
                            return List.of(
                                    minus(x[0].plus(1, x[1]), 2), minus(square(difference), 1), times(0.1, difference));
                        },
                        3,
                        3));
    }

    private static List<LeastSquaresMethod> methods() {
        return List.of(Minimizers.levenbergMarquardt(), Minimizers.leastSquaresDogleg(), Minimizers.gaussNewton());
    }

    private static void assertLeft(Case fit, LeastSquaresMethod method, VectorFunction residuals) {
        LeastSquaresResult result = method.minimize(residuals, fit.start());
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.residualSumOfSquares() / 2)
                .as(result.message())
                .isCloseTo(fit.value(), within(1e-12 + 1e-9 * fit.value()));
        // What a look costs beside the fit.
        assertThat(result.result().counts().calls()).isLessThan(150);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bySecondDerivatives(Case fit) {
        for (LeastSquaresMethod method : methods()) {
            assertLeft(fit, method, fit.residuals());
            assertLeft(fit, method.withoutFinish(), fit.residuals());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void byDifferencesOfGradients(Case fit) {
        for (LeastSquaresMethod method : methods()) {
            assertLeft(fit, method, fit.residuals().first());
            assertLeft(fit, method.withoutFinish(), fit.residuals().first());
        }
    }

    @Test
    void underALoss() {
        Case fit = of("a loss", 2, 0, x -> List.of(minus(square(x[0]), 1), minus(x[1], 2)), 0, 5);
        for (LeastSquaresMethod method : methods()) {
            assertLeft(fit, method.loss(Loss.cauchy(2)), fit.residuals());
            assertLeft(fit, method.loss(Loss.softL1(0.5)), fit.residuals().first());
        }
    }

    /** What looks like one, a minimum where J vanishes, is claimed. */
    @Test
    void aMinimumWithoutAJacobianIsClaimed() {
        JetResiduals residuals = new JetResiduals(1, 1, x -> List.of(minus(square(x[0]), -1)));
        for (LeastSquaresMethod method : methods()) {
            for (VectorFunction either : List.of(residuals, residuals.first())) {
                LeastSquaresResult result = method.minimize(either, 0);
                assertThat(result.converged()).as(result.message()).isTrue();
                assertThat(result.point()).containsExactly(0);
            }
        }
    }

    @Test
    void withoutABudgetForALookTheClaimStands() {
        JetResiduals residuals = new JetResiduals(1, 1, x -> List.of(minus(square(x[0]), 1)));
        LeastSquaresResult result =
                Minimizers.levenbergMarquardt().maxEvaluations(2).minimize(residuals.first(), 0);
        assertThat(result.point()).containsExactly(0);
    }

    @Test
    void rootFindersLeaveThemToo() {
        JetResiduals roots = new JetResiduals(2, 2, x -> List.of(minus(square(x[0]), 1), minus(x[1], 2)));
        JetResiduals none = new JetResiduals(1, 1, x -> List.of(minus(square(x[0]), -1)));
        for (RootFinder finder : List.of(RootFinder.levenbergMarquardt(), RootFinder.hybrid())) {
            RootResult found = finder.solve(roots.first(), 0, 0);
            assertThat(found.isRoot()).as(found.message()).isTrue();
            assertThat(found.point()[0] * found.point()[0]).isCloseTo(1, within(1e-12));
            assertThat(finder.solve(none.first(), 0).status()).isEqualTo(Status.NO_ROOT);
            assertThat(finder.solve(none, 3).status()).isEqualTo(Status.NO_ROOT);
        }
    }
}
