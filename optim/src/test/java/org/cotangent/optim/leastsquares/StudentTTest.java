package org.cotangent.optim.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class StudentTTest {

    /** 1e-12 relative. */
    private static final Percentage TWELVE_DIGITS = Percentage.withPercentage(1e-10);

    @Property(tries = 200)
    void oneTwoAndFourDegreesAreInClosedForm(@ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.9999) double level) {
        assertThat(new StudentT(1).halfWidth(level))
                .isCloseTo(Math.tan(Math.PI * level / 2), Percentage.withPercentage(1e-8));
        double two = level * Math.sqrt(2 / (1 - level * level));
        assertThat(new StudentT(2).halfWidth(level)).isCloseTo(two, Percentage.withPercentage(1e-8));
        // Four degrees: 2 √(q − 1), q = cos(arccos(√α) / 3) / √α, α = 1 − level² (Shaw 2006, section 2).
        double alpha = 1 - level * level;
        double q = Math.cos(Math.acos(Math.sqrt(alpha)) / 3) / Math.sqrt(alpha);
        assertThat(new StudentT(4).halfWidth(level)).isCloseTo(2 * Math.sqrt(q - 1), Percentage.withPercentage(1e-6));
    }

    @Test
    void quantilesAreThoseOfTables() {
        // Roots of the regularized incomplete beta function by mpmath with 30 digits; normal ones by R's qnorm.
        assertThat(new StudentT(3).halfWidth(0.95)).isCloseTo(3.18244630528371, TWELVE_DIGITS);
        assertThat(new StudentT(3).halfWidth(0.99)).isCloseTo(5.84090930973335, TWELVE_DIGITS);
        assertThat(new StudentT(5).halfWidth(0.95)).isCloseTo(2.57058183563631, TWELVE_DIGITS);
        assertThat(new StudentT(10).halfWidth(0.95)).isCloseTo(2.22813885198627, TWELVE_DIGITS);
        assertThat(new StudentT(30).halfWidth(0.95)).isCloseTo(2.04227245630124, TWELVE_DIGITS);
        assertThat(Normal.halfWidth(0.95)).isCloseTo(1.95996398454005, TWELVE_DIGITS);
        assertThat(Normal.halfWidth(0.99)).isCloseTo(2.57582930354890, TWELVE_DIGITS);
        assertThat(Normal.halfWidth(0.5)).isCloseTo(0.674489750196082, TWELVE_DIGITS);
    }

    @Test
    void sumsAndExpansionMeet() {
        for (double level : new double[] {0.1, 0.5, 0.95, 0.999, 0.999999}) {
            double below = new StudentT(9_999).halfWidth(level);
            double above = new StudentT(10_001).halfWidth(level);
            double z = Normal.halfWidth(level);
            // t falls by (z³ + z) / (4 ν²) a degree.
            assertThat(below - above).isCloseTo(2 * (z * z * z + z) / 4e8, within(1e-10 * z * z * z));
        }
    }
}
