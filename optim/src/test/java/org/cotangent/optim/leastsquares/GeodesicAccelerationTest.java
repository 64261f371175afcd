package org.cotangent.optim.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.trust.TrustStep;
import org.junit.jupiter.api.Test;

class GeodesicAccelerationTest {

    /** A valley along y = x²: 100 (y − x²), 1 − x. */
    private static final VectorFunction VALLEY = Functions.of(
            2,
            2,
            (x, r) -> {
                r[0] = 100 * (x[1] - x[0] * x[0]);
                r[1] = 1 - x[0];
            },
            (x, jacobian) -> {
                jacobian[0] = -200 * x[0];
                jacobian[1] = 100;
                jacobian[2] = -1;
                jacobian[3] = 0;
            });

    private static DiagonalModel model(double x, double y) {
        ResidualEvaluation at = new ResidualEvaluation(VALLEY, Loss.squares());
        at.overwrite()[0] = x;
        at.point()[1] = y;
        return LinearizedResiduals.of(at, new double[] {1, 1}).model(at);
    }

    @Test
    void theStepFollowsTheValleyFloor() {
        TrustStep straight = new TrustStep(2);
        TrustStep bent = new TrustStep(2);
        new LevenbergParameter().solve(model(0, 0), 0.1, straight);
        DiagonalModel crawling = model(0, 0);
        crawling.crawling();
        new GeodesicAcceleration().solve(crawling, 0.1, bent);
        // On the floor at the origin v = 1 / (1 + λ) along x, and r_vv = (−200 v², 0) bends y by nearly v².
        double v = straight.vector()[0];
        assertThat(straight.vector()[1]).isCloseTo(0, within(1e-12));
        assertThat(bent.vector()[0]).isCloseTo(v, within(1e-6));
        assertThat(bent.vector()[1]).isCloseTo(v * v * 1e4 / (1e4 + 1 / v - 1), within(1e-9));
        assertThat(bent.predicted()).isEqualTo(straight.predicted());
    }

    @Test
    void aFirstStepAndAFreeStepCostNoProbe() {
        int[] probes = {0};
        VectorFunction counted = Functions.of(
                2,
                2,
                (x, r) -> {
                    probes[0]++;
                    VALLEY.value(x, r);
                },
                (x, jacobian) -> VALLEY.jacobian(x, new double[2], jacobian));
        ResidualEvaluation at = new ResidualEvaluation(counted, Loss.squares());
        at.overwrite();
        DiagonalModel model = LinearizedResiduals.of(at, new double[] {1, 1}).model(at);
        probes[0] = 0;
        new GeodesicAcceleration().solve(model, 0.2, new TrustStep(2));
        assertThat(probes[0]).isZero();
        // Refused, so the next one is bent.
        new GeodesicAcceleration().solve(model, 0.1, new TrustStep(2));
        assertThat(probes[0]).isOne();
        new GeodesicAcceleration().solve(model, 1e6, new TrustStep(2));
        assertThat(probes[0]).isOne();
    }

    @Test
    void anAccelerationThatIsNoCorrectionIsLeftOut() {
        DiagonalModel crawling = model(0, 0);
        crawling.crawling();
        TrustStep bent = new TrustStep(2);
        // 2‖a‖ = 4 v² is more than 0.75 v for v above 0.1875.
        new GeodesicAcceleration().solve(crawling, 0.2, bent);
        assertThat(bent.vector()[1]).isCloseTo(0, within(1e-12));
    }
}
