package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Contradiction;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.SlopeCheck;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.api.Test;

/** Where the value rises against the gradient, wrong derivatives are told from rounding. */
class ContradictionTest {

    private static final double[] START = {-1.2, 1};

    /** Rosenbrock's function with noise in its value that its gradient knows nothing of, as a solver within would make it. */
    private record Noisy(double height) implements DifferentiableFunction {

        private static final Rosenbrock SMOOTH = new Rosenbrock(2);

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double value(double[] x) {
            return SMOOTH.value(x) + height * noise(x);
        }

        private static double noise(double[] x) {
            return new SplittableRandom(31 * Double.doubleToLongBits(x[0]) + Double.doubleToLongBits(x[1]))
                    .nextDouble(-1, 1);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            SMOOTH.valueAndGradient(x, gradient);
            return value(x);
        }
    }

    private static List<Result> byAll(DifferentiableFunction function, double... start) {
        return List.of(
                Minimizers.bfgs().minimize(function, start),
                Minimizers.lbfgs(10).minimize(function, start),
                Minimizers.conjugateGradients().minimize(function, start),
                Minimizers.trustRegionBfgs().minimize(function, start),
                Minimizers.trustRegionSr1().minimize(function, start));
    }

    @Test
    void noiseInTheValueIsNoWrongGradientAndNoKink() {
        for (double height : new double[] {1e-10, 1e-8, 1e-6}) {
            for (Result result : byAll(new Noisy(height), START)) {
                assertThat(result.status())
                        .as(result.message())
                        .isIn(Status.CONVERGED, Status.CONVERGED_TO_ROUNDING, Status.ROUNDING_FLOOR);
            }
        }
    }

    @Test
    void aWrongSignIsToldByBothSlopes() {
        OneVariable wrong = new OneVariable(x -> 1 + (x - 3) * (x - 3), x -> -2 * (x - 3), x -> 2);
        for (Result result : byAll(wrong, 0)) {
            assertThat(result.status()).as(result.message()).isEqualTo(Status.LINE_SEARCH_FAILED);
            assertThat(result.reason())
                    .contains("slope -6 by the gradient, 6 by differences of values over wide steps");
            assertThat(result.message()).contains("DerivativeCheck of ad-core names");
        }
    }

    @Test
    void differencesFindTheSlope() {
        // d/dt of exp(x₀) + x₁² along (3, 4)/5 at (1, 2).
        SlopeCheck check =
                SlopeCheck.along(x -> Math.exp(x[0]) + x[1] * x[1], new double[] {1, 2}, new double[] {30, 40}, 0);
        double slope = (3 * Math.E + 4 * 4) / 5;
        assertThat(check.measured()).isCloseTo(slope, within(1e-7));
        assertThat(Math.abs(check.measured() - slope)).isLessThanOrEqualTo(check.uncertainty());
        assertThat(Contradiction.of(check)).isEqualTo(Contradiction.DERIVATIVES);
    }

    @Test
    void slopesToBothSidesShowAKink() {
        for (double slope : new double[] {0, -1}) {
            SlopeCheck check = SlopeCheck.along(
                    x -> 3 + Math.abs(x[0] - 2) + slope * x[0], new double[] {2}, new double[] {1}, slope);
            assertThat(check.jump()).isCloseTo(2, within(1e-6));
            assertThat(Contradiction.of(check)).isEqualTo(Contradiction.KINK);
        }
    }

    @Test
    void aLevelValueTellsNothing() {
        SlopeCheck check = SlopeCheck.along(x -> 7, new double[] {1}, new double[] {1}, -1);
        assertThat(Contradiction.of(check)).isEqualTo(Contradiction.OPEN);
        assertThat(Contradiction.of(SlopeCheck.unmeasured(-1))).isEqualTo(Contradiction.OPEN);
    }

    @Test
    void valuesThatAreNotFiniteDownTheSlopeAreAWall() {
        SlopeCheck check = SlopeCheck.along(x -> x[0] > 1 ? Double.NaN : x[0], new double[] {1}, new double[] {1}, -1);
        assertThat(Contradiction.of(check)).isEqualTo(Contradiction.WALL);
        assertThat(check.text()).contains("none by differences of values");
    }

    @Test
    void valuesThatAreNotFiniteUpTheSlopeTellNothing() {
        SlopeCheck check = SlopeCheck.along(x -> x[0] < 1 ? Double.NaN : x[0], new double[] {1}, new double[] {1}, -1);
        assertThat(Contradiction.of(check)).isEqualTo(Contradiction.OPEN);
    }
}
