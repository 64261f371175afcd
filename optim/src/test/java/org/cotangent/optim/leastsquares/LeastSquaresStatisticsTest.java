package org.cotangent.optim.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.cotangent.optim.run.Status;
import org.junit.jupiter.api.Test;

class LeastSquaresStatisticsTest {

    private static final double[] X = {1, 2, 3, 4, 5};
    private static final double[] Y = {2.1, 3.9, 6.2, 7.8, 10.1};

    /** Columns of the regressors 1 and x, and a third that may repeat them. */
    private static LeastSquaresResult fit(int columns) {
        double[][] matrix = new double[X.length][columns];
        for (int i = 0; i < X.length; i++) {
            double[] regressors = {1, X[i], 2 * X[i]};
            System.arraycopy(regressors, 0, matrix[i], 0, columns);
        }
        return LeastSquaresMethod.levenbergMarquardt().minimize(new LinearResiduals(matrix, Y), new double[columns]);
    }

    @Test
    void aStraightLineMatchesTheTextbook() {
        LeastSquaresResult fit = fit(2);
        // Slope Sxy / Sxx = 19.9 / 10, intercept ȳ − slope · x̄ = 6.02 − 1.99 · 3.
        assertThat(fit.point()).containsExactly(new double[] {0.05, 1.99}, within(1e-14));
        double sum = 0;
        for (int i = 0; i < X.length; i++) {
            double residual = 0.05 + 1.99 * X[i] - Y[i];
            sum += residual * residual;
        }
        LeastSquaresStatistics statistics = fit.statistics();
        double s = Math.sqrt(sum / 3);
        assertThat(statistics.degreesOfFreedom()).isEqualTo(3);
        assertThat(statistics.rank()).isEqualTo(2);
        assertThat(statistics.residualStandardDeviation()).isCloseTo(s, within(1e-14));
        assertThat(statistics.standardDeviations()[1]).isCloseTo(s / Math.sqrt(10), within(1e-14));
        assertThat(statistics.standardDeviations()[0]).isCloseTo(s * Math.sqrt(1.0 / 5 + 9.0 / 10), within(1e-14));
        assertThat(statistics.covariance(0, 1)).isCloseTo(-3 * s * s / 10, within(1e-14));
        // −x̄ / √(Σx²/n)
        assertThat(statistics.correlation(0, 1)).isCloseTo(-3 / Math.sqrt(11), within(1e-14));
        assertThat(fit.residualSumOfSquares()).isCloseTo(sum, within(1e-14));
        assertThat(fit.value()).isEqualTo(fit.residualSumOfSquares() / 2);
    }

    @Test
    void parametersThatTheDataDoNotDetermineAreMarked() {
        LeastSquaresResult fit = fit(3);
        assertThat(fit.converged()).as(fit.message()).isTrue();
        LeastSquaresStatistics statistics = fit.statistics();
        assertThat(statistics.rank()).isEqualTo(2);
        assertThat(statistics.isFullRank()).isFalse();
        assertThat(statistics.condition()).isInfinite();
        assertThat(statistics.standardDeviations()[0])
                .isCloseTo(fit(2).statistics().standardDeviations()[0], within(1e-12));
        assertThat(statistics.standardDeviations()[1]).isInfinite();
        assertThat(statistics.standardDeviations()[2]).isInfinite();
        assertThat(statistics.correlation(1, 2)).isNaN();
        assertThat(fit.message()).contains("rank 2 of 3; fix or remove parameters");
        // The combination that is determined is fitted all the same.
        assertThat(fit.point()[1] + 2 * fit.point()[2]).isCloseTo(1.99, within(1e-12));
    }

    @Test
    void withoutDegreesOfFreedomNothingIsClaimed() {
        LinearResiduals exact = new LinearResiduals(new double[][] {{1, 0}, {1, 1}}, new double[] {3, 5});
        LeastSquaresResult fit = LeastSquaresMethod.levenbergMarquardt().minimize(exact, 0, 0);
        assertThat(fit.point()).containsExactly(new double[] {3, 2}, within(1e-15));
        assertThat(fit.statistics().degreesOfFreedom()).isZero();
        assertThat(fit.statistics().residualStandardDeviation()).isNaN();
        assertThat(fit.statistics().standardDeviations()).containsOnly(Double.NaN);
    }

    @Test
    void moreParametersThanResidualsGiveThePointNearestToTheStart() {
        LinearResiduals wide = new LinearResiduals(new double[][] {{1, 1}}, new double[] {2});
        LeastSquaresResult fit = LeastSquaresMethod.levenbergMarquardt().minimize(wide, 0, 0);
        assertThat(fit.converged()).as(fit.message()).isTrue();
        assertThat(fit.point()).containsExactly(new double[] {1, 1}, within(1e-15));
        assertThat(fit.statistics().rank()).isEqualTo(1);
    }

    @Test
    void withoutAJacobianStatisticsSaySo() {
        LeastSquaresResult cut = LeastSquaresMethod.levenbergMarquardt()
                .maxEvaluations(0)
                .minimize(new LinearResiduals(new double[][] {{1}, {2}}, new double[] {1, 2}), 0);
        assertThat(cut.status()).isEqualTo(Status.EVALUATION_LIMIT);
        assertThatThrownBy(cut::statistics)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no Jacobian is known at the point");
    }

    @Test
    void theScalarAdapterIsHalfTheSumOfSquares() {
        LinearResiduals linear = LinearResiduals.random(5, 3, 7);
        LeastSquaresFunction function = new LeastSquaresFunction(linear);
        double[] x = {0.3, -0.2, 0.9};
        ResidualEvaluation evaluation = new ResidualEvaluation(linear, Loss.squares());
        System.arraycopy(x, 0, evaluation.overwrite(), 0, 3);
        double[] gradient = new double[3];
        assertThat(function.valueAndGradient(x, gradient)).isEqualTo(evaluation.value());
        assertThat(function.value(x)).isEqualTo(evaluation.value());
        assertThat(gradient).containsExactly(evaluation.gradient(), within(1e-15));
    }
}
