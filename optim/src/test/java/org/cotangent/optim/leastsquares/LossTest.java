package org.cotangent.optim.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LossTest {

    private static Stream<Loss> losses(double scale) {
        return Stream.of(
                Loss.squares(),
                Loss.huber(scale),
                Loss.softL1(scale),
                Loss.cauchy(scale),
                Loss.arctan(scale),
                Loss.tukey(scale));
    }

    @Property(tries = 200)
    void slopesAndCurvaturesAreDerivatives(
            @ForAll @DoubleRange(min = 0.01, max = 20) double square,
            @ForAll @DoubleRange(min = 0.3, max = 3) double scale) {
        double h = 1e-5 * square;
        losses(scale).forEach(loss -> {
            if (Math.abs(square - scale * scale) > 2 * h) {
                double slope = (loss.value(square + h) - loss.value(square - h)) / (2 * h);
                double curvature = (loss.slope(square + h) - loss.slope(square - h)) / (2 * h);
                // Differences: rounding 1e-16 · ρ / h and h² ρ‴ / 6.
                assertThat(loss.slope(square)).as(loss + " at " + square).isCloseTo(slope, within(1e-8));
                assertThat(loss.curvature(square))
                        .as(loss + " at " + square)
                        .isCloseTo(curvature, within(1e-7 / square));
            }
        });
    }

    @Test
    void valuesAreThePublishedFormulas() {
        // r = 2 and a scale of 1; values of the formulas in SciPy's manual of least_squares, and of Ceres for Tukey.
        assertThat(Loss.huber(1).value(4)).isEqualTo(3);
        assertThat(Loss.softL1(1).value(4)).isCloseTo(2 * (Math.sqrt(5) - 1), within(1e-15));
        assertThat(Loss.cauchy(1).value(4)).isCloseTo(Math.log(5), within(1e-15));
        assertThat(Loss.arctan(1).value(4)).isCloseTo(Math.atan(4), within(1e-15));
        assertThat(Loss.tukey(1).value(4)).isEqualTo(1.0 / 3);
        // Scaled: C² ρ(s / C²).
        assertThat(Loss.huber(2).value(64)).isEqualTo(4 * Loss.huber(1).value(16));
    }

    @Test
    void smallResidualsCountAsSquares() {
        losses(3).forEach(loss -> {
            assertThat(loss.value(1e-12)).as(loss.toString()).isCloseTo(1e-12, within(1e-23));
            assertThat(loss.slope(0)).isOne();
        });
    }

    @Property(tries = 200)
    void theCorrectionKeepsSlopeAndWhereItCanCurvature(@ForAll @DoubleRange(min = -10, max = 10) double residual) {
        losses(1.5).forEach(loss -> {
            TriggsCorrection correction = new TriggsCorrection(loss);
            double square = residual * residual;
            double row = correction.rowFactor(residual);
            double exact = loss.slope(square) + 2 * square * loss.curvature(square);
            assertThat(row * correction.residualFactor(residual))
                    .as(loss.toString())
                    .isCloseTo(loss.slope(square), within(1e-15));
            assertThat(row * row + correction.missing(residual)).isCloseTo(exact, within(1e-14));
            if (exact > 0.02 * loss.slope(square)) {
                assertThat(row * row).isCloseTo(exact, within(1e-14));
            }
        });
    }

    @Test
    void aScaleThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Loss.huber(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scale of the loss is 0.0, expected a positive finite number");
    }
}
