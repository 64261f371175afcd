package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.leastsquares.LeastSquaresMethod;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fits that leave the region where their parameters matter: no minimum is claimed there. */
class LostParametersTest {

    /** Water content of bean root cells at distances 0.5, 1.5, … from the tip (Ratkowsky 1983, table 4.1). */
    private static final double[] WATER = {
        1.3, 1.3, 1.9, 3.4, 5.3, 7.1, 10.6, 16.0, 16.4, 18.3, 20.9, 20.5, 21.3, 21.2, 20.9
    };

    static Stream<LeastSquaresMethod> methods() {
        return Stream.of(Minimizers.levenbergMarquardt(), Minimizers.leastSquaresDogleg(), Minimizers.gaussNewton());
    }

    private static Jet exp(Jet exponent) {
        double value = Math.exp(exponent.value());
        return exponent.map(value, value, value);
    }

    private static Jet number(Jet[] p, double value) {
        return p[0].map(value, 0, 0);
    }

    /** A peak p₀ exp(−½ ((x − p₁) / p₂)²) and a ripple that it cannot follow, at 0, 0.25, …, 10. */
    private static JetResiduals peak() {
        return new JetResiduals(3, 41, p -> {
            List<Jet> residuals = new ArrayList<>();
            for (int i = 0; i < 41; i++) {
                double x = i / 4.0;
                Jet distance = number(p, x).plus(-1, p[1]).dividedBy(p[2]);
                Jet height = p[0].times(exp(distance.times(distance).times(number(p, -0.5))));
                double datum = 5 * Math.exp(-0.5 * (x - 4) * (x - 4)) + 0.05 * Math.sin(7 * i);
                residuals.add(height.plus(-1, number(p, datum)));
            }
            return residuals;
        });
    }

    /** Growth (p₁ p₂ + p₀ x^p₃) / (p₂ + x^p₃) of Morgan, Mercer and Flodin (1975). */
    private static JetResiduals growth() {
        return new JetResiduals(4, WATER.length, p -> {
            List<Jet> residuals = new ArrayList<>();
            for (int i = 0; i < WATER.length; i++) {
                Jet power = exp(p[3].times(number(p, Math.log(i + 0.5))));
                Jet value = p[1].times(p[2]).plus(1, p[0].times(power)).dividedBy(p[2].plus(1, power));
                residuals.add(value.plus(-1, number(p, WATER[i])));
            }
            return residuals;
        });
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aStartWhereNothingShowsIsNoMinimum(LeastSquaresMethod method) {
        for (VectorFunction residuals : List.of(peak(), peak().first())) {
            LeastSquaresResult fit = method.minimize(residuals, 1, 90, 0.5);
            assertThat(fit.status()).as(fit.message()).isEqualTo(Status.ROUNDING_FLOOR);
            assertThat(fit.message()).contains("do not depend on any parameter here", "start where a change");
        }
    }

    /** One long step used to lead beyond the data, where all derivatives are 0. */
    @Test
    void stepsDoNotLeaveTheDataBehind() {
        double[][] starts = {{7.73, 7.4, 1.89}, {8.15, 1, 1.69}, {7.24, 0.7, 0.6}};
        for (double[] start : starts) {
            for (VectorFunction residuals : List.of(peak(), peak().first())) {
                LeastSquaresResult fit = Minimizers.levenbergMarquardt().minimize(residuals, start);
                assertThat(fit.converged()).as(fit.message()).isTrue();
                assertThat(fit.point()[1]).as(fit.message()).isCloseTo(4, offset(0.02));
            }
        }
    }

    /** Towards infinity, together, the sum falls by less and less: Newton's step is a third of the way already gone. */
    @Test
    void parametersThatRunAwayTogetherAreNotClaimed() {
        for (VectorFunction residuals : List.of(growth(), growth().first())) {
            for (LeastSquaresMethod method :
                    List.of(Minimizers.levenbergMarquardt(), Minimizers.leastSquaresDogleg())) {
                LeastSquaresResult fit = method.minimize(residuals, 116.5, 9.2, 5531.5, 3.263);
                assertThat(fit.residualSumOfSquares()).isGreaterThan(60);
                assertThat(fit.status()).as(fit.message()).isEqualTo(Status.ROUNDING_FLOOR);
                assertThat(fit.message()).contains("but derivatives here", "start nearer to the solution");
            }
        }
    }

    @Test
    void theGrowthIsFittedFromNearer() {
        LeastSquaresResult fit = Minimizers.levenbergMarquardt().minimize(growth(), 20, 1, 1000, 3);
        assertThat(fit.converged()).as(fit.message()).isTrue();
        assertThat(fit.residualSumOfSquares()).isLessThan(6.5);
    }
}
