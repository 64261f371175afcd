package org.cotangent.optim.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HyperbolicTangentTest {

    private static final MathContext DIGITS = new MathContext(50);

    /** 1 − 2 / (e²ˢ + 1) to fifty digits, the exponential by its series of an argument divided by 2¹⁰. */
    private static BigDecimal exact(double s) {
        BigDecimal y = new BigDecimal(2 * s).divide(BigDecimal.valueOf(1024), DIGITS);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int k = 1; k < 40; k++) {
            term = term.multiply(y, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int k = 0; k < 10; k++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(2).divide(sum.add(BigDecimal.ONE), DIGITS), DIGITS);
    }

    @Test
    void isWithinTwoUnitsInTheLastPlace() {
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 20_000; k++) {
            double s = Math.scalb(random.nextDouble(-1, 1), random.nextInt(-8, 5));
            double found = HyperbolicTangent.of(s);
            double error = new BigDecimal(found).subtract(exact(s)).doubleValue();
            assertThat(Math.abs(error) / Math.ulp(found)).as("units at %s", s).isLessThan(2);
        }
    }

    @Test
    void isOddAndHasItsLimits() {
        for (double s : new double[] {Double.MIN_VALUE, 1e-300, 1e-9, 0.624, 0.625, 1, 19, 40, 800}) {
            assertThat(HyperbolicTangent.of(-s)).isEqualTo(-HyperbolicTangent.of(s));
        }
        assertThat(HyperbolicTangent.of(1e-300)).isEqualTo(1e-300);
        assertThat(HyperbolicTangent.of(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        assertThat(HyperbolicTangent.of(40)).isEqualTo(1);
        assertThat(HyperbolicTangent.of(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(HyperbolicTangent.of(Double.NaN)).isNaN();
    }
}
