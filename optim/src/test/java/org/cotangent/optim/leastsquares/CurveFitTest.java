package org.cotangent.optim.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveFitTest {

    private static final double[] X = {1, 2, 3, 4, 5};
    private static final double[] Y = {2.1, 3.9, 6.2, 7.8, 10.1};

    /** Student's t for 3 degrees of freedom and a level of 0.95, by mpmath. */
    private static final double T = 3.18244630528371;

    private static final CurveModel<double[]> LINE = x -> {
        double[][] matrix = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            matrix[i] = new double[] {1, x[i]};
        }
        return new LinearResiduals(matrix, new double[x.length]);
    };

    /** The standard deviation of the residuals of the line 0.05 + 1.99 x. */
    private static double scatter() {
        double sum = 0;
        for (int i = 0; i < X.length; i++) {
            double residual = 0.05 + 1.99 * X[i] - Y[i];
            sum += residual * residual;
        }
        return Math.sqrt(sum / 3);
    }

    @Test
    void intervalsAndBandsOfALineMatchTheTextbook() {
        CurveFitResult<double[]> fit = CurveFit.of(LINE).fit(X, Y, 0, 0);
        assertThat(fit.converged()).as(fit.toString()).isTrue();
        assertThat(fit.parameters()).containsExactly(new double[] {0.05, 1.99}, within(1e-14));
        double s = scatter();
        Interval slope = fit.statistics().confidenceIntervals(0.95)[1];
        assertThat(slope.low()).isCloseTo(1.99 - T * s / Math.sqrt(10), within(1e-12));
        assertThat(slope.high()).isCloseTo(1.99 + T * s / Math.sqrt(10), within(1e-12));
        // Mean response: s √(1/n + (x − x̄)² / Sxx); a new observation adds 1 below the root.
        double[] at = {2.5, 7};
        Interval[] curve = fit.confidenceBand(at, 0.95);
        Interval[] further = fit.predictionBand(at, 0.95);
        for (int i = 0; i < at.length; i++) {
            double share = 1 / 5.0 + (at[i] - 3) * (at[i] - 3) / 10;
            assertThat(curve[i].width()).isCloseTo(2 * T * s * Math.sqrt(share), within(1e-12));
            assertThat(further[i].width()).isCloseTo(2 * T * s * Math.sqrt(1 + share), within(1e-12));
            assertThat(curve[i].contains(0.05 + 1.99 * at[i])).isTrue();
        }
        assertThat(fit.predictions(at))
                .containsExactly(new double[] {0.05 + 1.99 * 2.5, 0.05 + 1.99 * 7}, within(1e-13));
    }

    @Test
    void sigmaIsRelativeByDefaultAndAbsoluteOnRequest() {
        double[] sigma = {0.3, 0.3, 0.3, 0.3, 0.3};
        CurveFitResult<double[]> relative = CurveFit.of(LINE).fit(X, Y, sigma, new double[2]);
        CurveFitResult<double[]> absolute = CurveFit.of(LINE).absoluteSigma().fit(X, Y, sigma, new double[2]);
        double s = scatter();
        assertThat(relative.standardDeviations()[1]).isCloseTo(s / Math.sqrt(10), within(1e-14));
        assertThat(absolute.standardDeviations()[1]).isCloseTo(0.3 / Math.sqrt(10), within(1e-14));
        assertThat(absolute.statistics().reducedChiSquare()).isCloseTo(s * s / 0.09, within(1e-13));
        // With known errors the normal distribution takes the place of Student's: 1.96 for 0.95.
        assertThat(absolute.statistics().confidenceIntervals(0.95)[1].width())
                .isCloseTo(2 * 1.95996398454005 * 0.3 / Math.sqrt(10), within(1e-12));
    }

    /** A datum of weight 0 is as good as not there: neither a degree of freedom, nor what was measured, if anything. */
    @ParameterizedTest
    @ValueSource(doubles = {40, Double.NaN})
    void aDatumOfNoWeightIsNoDatum(double y) {
        CurveFitResult<double[]> without = CurveFit.of(LINE).fit(X, Y, 0, 0);
        double[] more = Arrays.copyOf(X, X.length + 1);
        more[X.length] = 9;
        double[] measured = Arrays.copyOf(Y, Y.length + 1);
        measured[Y.length] = y;
        CurveFitResult<double[]> with =
                CurveFit.of(LINE).fit(more, measured, Weighting.weights(1, 1, 1, 1, 1, 0), 0, 0);
        assertThat(with.parameters()).containsExactly(without.parameters(), within(1e-14));
        assertThat(with.statistics().degreesOfFreedom()).isEqualTo(3);
        assertThat(with.standardDeviations()).containsExactly(without.standardDeviations(), within(1e-14));
    }

    @Test
    void intervalsCoverTheTruthAsOftenAsTheySay() {
        SplittableRandom random = new SplittableRandom(5);
        int covered = 0;
        int tries = 2_000;
        for (int k = 0; k < tries; k++) {
            double[] y = new double[X.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = 1 + 2 * X[i] + random.nextGaussian();
            }
            Interval slope = CurveFit.of(LINE).fit(X, y, 0, 0).statistics().confidenceIntervals(0.9)[1];
            covered += slope.contains(2) ? 1 : 0;
        }
        // Binomial with p = 0.9: four standard deviations of √(0.9 · 0.1 / 2000) = 0.0067.
        assertThat(covered / (double) tries).isCloseTo(0.9, within(0.027));
    }

    @Test
    void aLossIsPassedOn() {
        double[] y = Y.clone();
        y[2] += 100;
        CurveFitResult<double[]> fit = CurveFit.of(LINE)
                .by(LeastSquaresMethod.levenbergMarquardt().loss(Loss.tukey(2)))
                .fit(X, y, 0, 2);
        assertThat(fit.parameters()[1]).isCloseTo(1.99, within(0.05));
    }

    @Test
    void wrongDataAreRefused() {
        assertThatThrownBy(() -> CurveFit.of(LINE).fit(X, new double[4], 0, 0))
                .hasMessageContaining("y has length 4, expected 5 (number of predictions of the model)");
        assertThatThrownBy(() -> CurveFit.of(LINE).fit(X, Y, 0, 0).confidenceBand(X, 95))
                .hasMessageContaining("level is 95.0, expected a probability between 0 and 1");
    }

    @Test
    void wrongDeviationsOfFurtherMeasurementsAreRefused() {
        CurveFitResult<double[]> fit = CurveFit.of(LINE).fit(X, Y, 0, 0);
        assertThatThrownBy(() -> fit.predictionBand(X, new double[7], 0.95))
                .hasMessageContaining("sigma has length 7, expected 5 (number of predictions of the model)");
        assertThatThrownBy(() -> fit.predictionBand(X, new double[] {1, 1, -1, 1, 1}, 0.95))
                .hasMessageContaining("sigma[2] is -1.0, expected a finite number >= 0");
        assertThatThrownBy(() -> fit.predictionBand(X, new double[] {Double.NaN, 1, 1, 1, 1}, 0.95))
                .hasMessageContaining("sigma[0] is NaN, expected a finite number >= 0");
    }

    @Test
    void aDatumThatWasNotMeasuredIsNamed() {
        assertThatThrownBy(() -> CurveFit.of(LINE).fit(X, new double[] {1, Double.NaN, 3, 4, 5}, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("y[1] is NaN", "leave out a datum");
        CurveFitResult<double[]> fit = CurveFit.of(LINE).fit(X, Y, 0, 0);
        assertThat(fit.message()).isEqualTo(fit.toString());
    }
}
