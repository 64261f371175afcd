package org.cotangent.examples.nist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DigitsTest {

    @Test
    void anErrorOfOneInAThousandLeavesThreeDigits() {
        // 1.001 is not exact in binary: 1e-16/1e-3 of the error, some 1e-13 of its logarithm.
        assertThat(Digits.of(1.001, 1)).isCloseTo(3, within(1e-12));
        assertThat(Digits.of(-2002, -2000)).isCloseTo(3, within(1e-12));
    }

    @Test
    void neverMoreThanCertified() {
        assertThat(Digits.of(0.1, 0.1)).isEqualTo(11);
    }

    @Test
    void neverLessThanNone() {
        assertThat(Digits.of(5, 1)).isZero();
        assertThat(Digits.of(Double.NaN, 1)).isZero();
        assertThat(Digits.of(Double.POSITIVE_INFINITY, 1)).isZero();
    }

    @Test
    void theWorstNumberCounts() {
        assertThat(Digits.fewest(new double[] {1, 2.02}, new double[] {1, 2})).isCloseTo(2, within(1e-12));
    }
}
