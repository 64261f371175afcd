package org.cotangent.optim.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.Minimizers;
import org.junit.jupiter.api.Assertions;

/** Functions that fall to one minimum and rise behind it, however skewed, flat or pointed it is. */
class UnimodalTest {

    /** height + steepness · |x − m|^power, with another steepness on the left; counts its calls. */
    private static final class Pit implements DifferentiableFunction {

        private final double minimum;
        private final double height;
        private final double left;
        private final double right;
        private final double power;
        private final double lower;
        private final double upper;
        private long calls;

        Pit(double minimum, double height, double left, double right, double power, double lower, double upper) {
            this.minimum = minimum;
            this.height = height;
            this.left = left;
            this.right = right;
            this.power = power;
            this.lower = lower;
            this.upper = upper;
        }

        double at(double x) {
            Assertions.assertTrue(x >= lower && x <= upper, () -> x + " is out of bounds");
            calls++;
            return height + (x < minimum ? left : right) * Math.pow(Math.abs(x - minimum), power);
        }

        double slope(double x) {
            double steepness = (x < minimum ? left : right) * power * Math.pow(Math.abs(x - minimum), power - 1);
            return Math.copySign(steepness, x - minimum);
        }

        /** How far from the minimum the value is still within some rounding errors of it. */
        double level() {
            double noise = 4 * Tolerance.EPSILON * Math.abs(height);
            return Math.pow(noise / Math.min(left, right), 1 / power);
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double value(double[] x) {
            return at(x[0]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            gradient[0] = slope(x[0]);
            return at(x[0]);
        }
    }

    @Property
    void valuesFindTheMinimum(
            @ForAll @Scale(12) @DoubleRange(min = -0.999, max = 1.999) double minimum,
            @ForAll @Scale(12) @DoubleRange(min = -10, max = 10) double height,
            @ForAll @Scale(12) @DoubleRange(min = 0.01, max = 100) double left,
            @ForAll @Scale(12) @DoubleRange(min = 0.01, max = 100) double right,
            @ForAll @Scale(12) @DoubleRange(min = 1, max = 4) double power) {
        Pit pit = new Pit(minimum, height, left, right, power, -1, 2);
        ScalarResult result = Minimizers.brent().minimize(pit::at, -1, 2);
        double allowed = 4 * new Tolerance(GoldenParabola.RELATIVE_TOLERANCE, 3 * Tolerance.EPSILON).at(minimum);
        assertThat(Math.abs(result.point() - minimum))
                .as(result.message())
                .isLessThanOrEqualTo(allowed + 2 * pit.level());
        assertThat(result.evaluations()).isEqualTo(pit.calls);
        assertThat(result.value()).isEqualTo(pit.at(result.point()));
        // A golden section alone takes 75 calls from 3 to 3ε; on the flat powers every second step may be wasted.
        assertThat(result.evaluations()).isLessThanOrEqualTo(150);
    }

    @Property
    void slopesFindItToTheLastDigits(
            @ForAll @Scale(12) @DoubleRange(min = -0.999, max = 1.999) double minimum,
            @ForAll @Scale(12) @DoubleRange(min = -10, max = 10) double height,
            @ForAll @Scale(12) @DoubleRange(min = 0.01, max = 100) double left,
            @ForAll @Scale(12) @DoubleRange(min = 0.01, max = 100) double right,
            @ForAll @Scale(12) @DoubleRange(min = 1, max = 4) double power) {
        Pit pit = new Pit(minimum, height, left, right, power, -1, 2);
        ScalarResult result = Minimizers.brent().minimize(pit, -1, 2);
        assertThat(result.converged()).as(result.message()).isTrue();
        double allowed = 4 * new Tolerance(SlopeBracket.RELATIVE_TOLERANCE, 3 * Tolerance.EPSILON).at(minimum);
        assertThat(Math.abs(result.point() - minimum)).as(result.message()).isLessThanOrEqualTo(allowed);
        assertThat(result.evaluations()).isEqualTo(pit.calls);
        // Bisection alone takes 52, and two of three steps may be something else.
        assertThat(result.evaluations()).isLessThanOrEqualTo(156);
    }
}
