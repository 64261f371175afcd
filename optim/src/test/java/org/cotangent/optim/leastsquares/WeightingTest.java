package org.cotangent.optim.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotangent.ad.function.VectorFunction;
import org.junit.jupiter.api.Test;

class WeightingTest {

    private static final LinearResiduals TWO = new LinearResiduals(new double[][] {{1}, {1}}, new double[] {3, 7});

    private static LeastSquaresResult fit(Weighting weighting) {
        return LeastSquaresMethod.levenbergMarquardt().weighting(weighting).minimize(TWO, 0);
    }

    @Test
    void correlatedMeasurementsOfOneNumberMatchTheTextbook() {
        double a = 4;
        double b = 1;
        double c = 0.5;
        LeastSquaresResult fit = fit(Weighting.covariance(new double[][] {{a, c}, {c, b}}));
        // The best linear unbiased estimate of two correlated measurements (Gauss, Markov, Aitken).
        double share = (b - c) / (a + b - 2 * c);
        assertThat(fit.point()[0]).isCloseTo(share * 3 + (1 - share) * 7, within(1e-14));
        double variance = (a * b - c * c) / (a + b - 2 * c);
        assertThat(fit.statistics().absolute().standardDeviations()[0]).isCloseTo(Math.sqrt(variance), within(1e-14));
        // dᵀ C⁻¹ d of the difference: (y₁ − y₂)² / (a + b − 2 c).
        assertThat(fit.residualSumOfSquares()).isCloseTo(16 / (a + b - 2 * c), within(1e-14));
    }

    @Test
    void deviationsAreWeightsAreDiagonalCovariances() {
        double[] expected = {(3 / 4.0 + 7) / (1 / 4.0 + 1)};
        assertThat(fit(Weighting.standardDeviations(2, 1)).point()).containsExactly(expected, within(1e-14));
        assertThat(fit(Weighting.weights(0.25, 1)).point()).containsExactly(expected, within(1e-14));
        assertThat(fit(Weighting.covariance(new double[][] {{4, 0}, {0, 1}})).point())
                .containsExactly(expected, within(1e-14));
        assertThat(fit(Weighting.weights(0, 1)).point()[0]).isCloseTo(7, within(1e-14));
    }

    @Property(tries = 50)
    void productsBelongToOneJacobian(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] covariance = new double[4][4];
        for (int k = 0; k < 6; k++) {
            double[] v = random.doubles(4, -1, 1).toArray();
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    covariance[i][j] += v[i] * v[j] + (i == j ? 0.1 : 0);
                }
            }
        }
        VectorFunction weighted = Weighting.covariance(covariance).of(LinearResiduals.random(4, 3, seed));
        double[] x = random.doubles(3, -1, 1).toArray();
        double[] v = random.doubles(3, -1, 1).toArray();
        double[] u = random.doubles(4, -1, 1).toArray();
        double[] y = new double[4];
        double[] jacobian = new double[12];
        double[] forward = new double[4];
        double[] backward = new double[3];
        weighted.jacobian(x, y, jacobian);
        weighted.jvp(x, v, new double[4], forward);
        weighted.vjp(x, u, new double[4], backward);
        for (int i = 0; i < 4; i++) {
            double row = jacobian[3 * i] * v[0] + jacobian[3 * i + 1] * v[1] + jacobian[3 * i + 2] * v[2];
            assertThat(forward[i]).isCloseTo(row, within(1e-10));
        }
        for (int j = 0; j < 3; j++) {
            double column = 0;
            for (int i = 0; i < 4; i++) {
                column += u[i] * jacobian[3 * i + j];
            }
            assertThat(backward[j]).isCloseTo(column, within(1e-10));
        }
        // ‖L⁻¹r‖² = rᵀ C⁻¹ r: C times the solution gives r back.
        double[] r = new double[4];
        LinearResiduals.random(4, 3, seed).value(x, r);
        double[] solution = y.clone();
        double[] rows = new double[16];
        for (int i = 0; i < 4; i++) {
            System.arraycopy(covariance[i], 0, rows, 4 * i, 4);
        }
        CholeskyWhitening.of(4, rows).applyTransposed(solution);
        assertThat(Matrices.product(rows, solution)).containsExactly(r, within(1e-10));
    }

    @Test
    void whatIsNoWeightingIsRefused() {
        assertThatThrownBy(() -> Weighting.standardDeviations(1, 0))
                .hasMessage("standard deviation 1 is 0.0, expected a positive finite number;"
                        + " leave out a datum that is not measured");
        assertThatThrownBy(() -> Weighting.weights(-1)).hasMessageContaining("weight 0 is -1.0, expected");
        assertThatThrownBy(() -> Weighting.covariance(new double[][] {{1, 2}, {2, 1}}))
                .hasMessageContaining("not positive definite: the variance of datum 1 that those before leave is -3.0");
        assertThatThrownBy(() -> Weighting.covariance(new double[][] {{1, 0.5}, {0.4, 1}}))
                .hasMessageContaining("covariance[1][0] is 0.4 and covariance[0][1] is 0.5");
        assertThatThrownBy(() -> Weighting.covariance(new double[][] {{1, 0}, {0, Double.NaN}}))
                .hasMessageContaining("covariance[1][1] is NaN, expected a finite number");
        assertThatThrownBy(() -> fit(Weighting.weights(1, 1, 1)))
                .hasMessage("the weighting is for 3 data, expected 2, the number of residuals");
    }
}
