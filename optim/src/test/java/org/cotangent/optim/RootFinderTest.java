package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cotangent.ad.function.Functions;
import org.cotangent.optim.leastsquares.RootFinder;
import org.cotangent.optim.leastsquares.RootResult;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The square systems of Moré, Garbow and Hillstrom (1981) from their standard starts. */
class RootFinderTest {

    private static RootResult solve(RootFinder finder, String name) {
        Tape tape = Tape.read(name);
        return finder.solve(new TapeResiduals(tape), tape.start(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mgh_rosenbrock",
                "mgh_powell_badly_scaled",
                "mgh_helical_valley",
                "mgh_powell_singular",
                "mgh_ext_rosenbrock10",
                "mgh_ext_powell12",
                "mgh_brown_almost_linear10",
                "mgh_discrete_bvp10",
                "mgh_discrete_integral10",
                "mgh_broyden_tridiagonal10",
                "mgh_broyden_banded10",
                "mgh_chebyquad9"
            })
    void rootsAreFoundToRounding(String name) {
        for (RootFinder finder : new RootFinder[] {RootFinder.levenbergMarquardt(), RootFinder.hybrid()}) {
            RootResult result = solve(finder, name);
            assertThat(result.status()).as(result.message()).isEqualTo(Status.CONVERGED);
            assertThat(result.isRoot()).isTrue();
            // Values between 1 and 10 cancel.
            assertThat(result.largestValue()).as(result.message()).isLessThan(4e-15);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mgh_freudenstein_roth", "mgh_trigonometric10", "mgh_chebyquad8", "mgh_chebyquad10"})
    void otherMinimaAreNotClaimed(String name) {
        for (RootFinder finder : new RootFinder[] {RootFinder.levenbergMarquardt(), RootFinder.hybrid()}) {
            RootResult result = solve(finder, name);
            assertThat(result.status()).as(result.message()).isEqualTo(Status.NO_ROOT);
            assertThat(result.isRoot()).isFalse();
            assertThat(result.message()).contains("No root here: largest |F| ").contains("start elsewhere");
        }
    }

    @Test
    void anotherStartLeadsToTheRoot() {
        RootResult result = Minimizers.rootFinder().solve(new TapeResiduals(Tape.read("mgh_freudenstein_roth")), 6, 5);
        assertThat(result.isRoot()).as(result.message()).isTrue();
        assertThat(result.point()).containsExactly(new double[] {5, 4}, within(1e-14));
    }

    @Test
    void aRootAtTheOriginAndNoneAtAllAreToldApart() {
        RootResult cubic = Minimizers.rootFinder()
                .solve(
                        Functions.of(
                                1, 1, (x, y) -> y[0] = x[0] + x[0] * x[0] * x[0], (x, j) -> j[0] = 1 + 3 * x[0] * x[0]),
                        2);
        assertThat(cubic.isRoot()).as(cubic.message()).isTrue();
        assertThat(cubic.point()[0]).isCloseTo(0, within(1e-20));
        RootResult none = Minimizers.rootFinder()
                .solve(Functions.of(1, 1, (x, y) -> y[0] = 1 + x[0] * x[0], (x, j) -> j[0] = 2 * x[0]), 2);
        assertThat(none.status()).as(none.message()).isEqualTo(Status.NO_ROOT);
        assertThat(none.largestValue()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aSystemThatIsNotSquareIsRefused() {
        assertThatThrownBy(() -> Minimizers.rootFinder().solve(new TapeResiduals(Tape.read("mgh_beale")), 1, 1))
                .hasMessage("the system has 3 equations for 2 unknowns, expected as many;"
                        + " use a least-squares method otherwise");
    }

    /** 1e-12 (x² − 2) = 0 beside 1e12 (y − 3x) = 0: no sum of squares holds both, and none says that there is no root. */
    @Test
    void equationsThatDoNotCountBesideOthersAreNamed() {
        JetResiduals uneven = new JetResiduals(2, 2, x -> {
            Jet small = x[0].times(x[0]).plus(-1, x[0].map(2, 0, 0));
            Jet large = x[1].plus(-3, x[0]);
            return List.of(small.times(x[0].map(1e-12, 0, 0)), large.times(x[0].map(1e12, 0, 0)));
        });
        for (RootFinder finder : new RootFinder[] {RootFinder.levenbergMarquardt(), RootFinder.hybrid()}) {
            RootResult result = finder.solve(uneven, 1, 1);
            assertThat(result.isRoot()).isFalse();
            assertThat(result.status()).as(result.message()).isEqualTo(Status.ROUNDING_FLOOR);
            assertThat(result.message())
                    .contains("the terms of equation 0", "divide every equation by the size of its terms");
        }
    }
}
