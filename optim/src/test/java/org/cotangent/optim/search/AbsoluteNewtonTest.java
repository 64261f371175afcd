package org.cotangent.optim.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Newton steps by absolute curvatures against the equations that they solve. */
class AbsoluteNewtonTest {

    @Property(tries = 50)
    void theStepIsNewtonsWhereThatIsShortEnough(@ForAll @IntRange(min = 1, max = 6) int n, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] hessian = positive(n, random);
        double[] gradient = random.doubles(n, -1, 1).toArray();
        double[] step =
                AbsoluteNewton.of(hessian, sizes(n, random)).orElseThrow().step(gradient, 0);
        for (int i = 0; i < n; i++) {
            double left = gradient[i];
            for (int j = 0; j < n; j++) {
                left += hessian[i * n + j] * step[j];
            }
            assertThat(left).isCloseTo(0, within(1e-10));
        }
    }

    @Property(tries = 50)
    void noStepIsLongerThanTheRadiusOrGoesUp(@ForAll @IntRange(min = 1, max = 6) int n, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] hessian = symmetric(n, random);
        double[] sizes = sizes(n, random);
        double[] gradient = random.doubles(n, -1, 1).toArray();
        double radius = Math.pow(10, random.nextDouble(-8, 1));
        AbsoluteNewton newton = AbsoluteNewton.of(hessian, sizes).orElseThrow();
        double[] step = newton.step(gradient, newton.damping(gradient, radius));
        double square = 0;
        double slope = 0;
        for (int i = 0; i < n; i++) {
            square += step[i] / sizes[i] * step[i] / sizes[i];
            slope += step[i] * gradient[i];
        }
        assertThat(Math.sqrt(square)).isLessThanOrEqualTo(radius * (1 + 1e-9));
        assertThat(slope).isNegative();
    }

    @Property(tries = 50)
    void theInverseOfAPositiveHessianIsItsInverse(@ForAll @IntRange(min = 1, max = 6) int n, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] hessian = positive(n, random);
        double[] inverse =
                AbsoluteNewton.of(hessian, sizes(n, random)).orElseThrow().inverse(0);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double entry = 0;
                for (int k = 0; k < n; k++) {
                    entry += hessian[i * n + k] * inverse[k * n + j];
                }
                assertThat(entry).isCloseTo(i == j ? 1 : 0, within(1e-9));
            }
        }
    }

    @Test
    void downwardCurvatureIsTurnedRound() {
        AbsoluteNewton newton = AbsoluteNewton.of(new double[] {2, 0, 0, -4}, new double[] {1, 1})
                .orElseThrow();
        assertThat(newton.step(new double[] {1, 1}, 0)).containsExactly(new double[] {-0.5, -0.25}, within(1e-15));
        assertThat(newton.inverse(0)).containsExactly(new double[] {0.5, 0, 0, 0.25}, within(1e-15));
        assertThat(newton.inverse(2)).containsExactly(new double[] {0.25, 0, 0, 1 / 6.0}, within(1e-15));
    }

    @Test
    void nothingIsKnownOfAHessianThatIsNotFiniteOrVanishes() {
        assertThat(AbsoluteNewton.of(new double[] {Double.NaN}, new double[] {1}))
                .isEmpty();
        assertThat(AbsoluteNewton.of(new double[] {0}, new double[] {1})).isEmpty();
    }

    /** Within a factor of ten, so that rounding is less than the tolerances. */
    private static double[] sizes(int n, SplittableRandom random) {
        return random.doubles(n, -0.5, 0.5).map(power -> Math.pow(10, power)).toArray();
    }

    private static double[] symmetric(int n, SplittableRandom random) {
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i * n + j] = random.nextDouble(-1, 1);
                matrix[j * n + i] = matrix[i * n + j];
            }
        }
        return matrix;
    }

    /** A symmetric matrix with a diagonal that dominates. */
    private static double[] positive(int n, SplittableRandom random) {
        double[] matrix = symmetric(n, random);
        for (int i = 0; i < n; i++) {
            matrix[i * n + i] += n + 1;
        }
        return matrix;
    }
}
