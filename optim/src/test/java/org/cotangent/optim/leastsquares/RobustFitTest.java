package org.cotangent.optim.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cotangent.ad.function.VectorFunction;
import org.junit.jupiter.api.Test;

class RobustFitTest {

    /** p − yᵢ: the location of data. */
    private static VectorFunction location(double... y) {
        double[][] ones = new double[y.length][];
        for (int i = 0; i < y.length; i++) {
            ones[i] = new double[] {1};
        }
        return new LinearResiduals(ones, y);
    }

    @Test
    void hubersLocationIsInClosedForm() {
        LeastSquaresResult fit =
                LeastSquaresMethod.levenbergMarquardt().loss(Loss.huber(1)).minimize(location(0, 0, 0, 0, 10), 3);
        assertThat(fit.converged()).as(fit.message()).isTrue();
        // The slopes 4 p of the four near data and −1 of the far one cancel.
        assertThat(fit.point()[0]).isCloseTo(0.25, within(1e-14));
        assertThat(fit.value()).isCloseTo((4 * 0.0625 + 2 * 9.75 - 1) / 2, within(1e-13));
    }

    @Test
    void tukeysBiweightForgetsAnOutlier() {
        LeastSquaresResult fit = LeastSquaresMethod.levenbergMarquardt()
                .loss(Loss.tukey(4.685))
                .minimize(location(-1, 1, -2, 2, 1000), 0.5);
        assertThat(fit.converged()).as(fit.message()).isTrue();
        assertThat(fit.point()[0]).isCloseTo(0, within(1e-12));
    }

    @Test
    void everyLossAndMethodEndsWhereTheSlopesCancel() {
        double[] y = {0.1, -0.4, 0.7, 0.2, -0.3, 5, 7};
        for (Loss loss :
                List.of(Loss.huber(0.5), Loss.softL1(0.5), Loss.cauchy(0.5), Loss.arctan(0.8), Loss.tukey(3))) {
            for (LeastSquaresMethod method : List.of(
                    LeastSquaresMethod.levenbergMarquardt(),
                    LeastSquaresMethod.levenbergMarquardt().withoutFinish(),
                    LeastSquaresMethod.dogleg(),
                    LeastSquaresMethod.gaussNewton())) {
                LeastSquaresResult fit = method.loss(loss).minimize(location(y), 0.3);
                assertThat(fit.converged()).as(loss + ": " + fit.message()).isTrue();
                double p = fit.point()[0];
                double slope = 0;
                double value = 0;
                for (double datum : y) {
                    slope += loss.slope((p - datum) * (p - datum)) * (p - datum);
                    value += loss.value((p - datum) * (p - datum)) / 2;
                }
                // The sum of seven numbers near 1, and a step tolerance of 1e-10 without the finish.
                assertThat(slope).as(loss.toString()).isCloseTo(0, within(1e-9));
                assertThat(fit.value()).isCloseTo(value, within(1e-14));
                assertThat(fit.residuals()[5]).isEqualTo(p - 5);
            }
        }
    }

    @Test
    void aLineWithOutliersIsFoundToRounding() {
        double[][] matrix = new double[20][];
        double[] y = new double[20];
        for (int i = 0; i < 20; i++) {
            matrix[i] = new double[] {1, i};
            y[i] = 3 + 2 * i + (i % 7 == 3 ? 50 : 0);
        }
        LeastSquaresResult fit = LeastSquaresMethod.levenbergMarquardt()
                .loss(Loss.tukey(5))
                .minimize(new LinearResiduals(matrix, y), 2, 2.1);
        assertThat(fit.point()).containsExactly(new double[] {3, 2}, within(1e-13));
        // Three data of 20 are without influence and say so by their share of the sum, 25 / 3 each.
        assertThat(fit.residualSumOfSquares()).isCloseTo(3 * 25 / 3.0, within(1e-12));
    }
}
