package org.cotangent.examples.first;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.junit.jupiter.api.Test;

class KeplerOrbitTest {

    @Test
    void anomalySolvesKeplersEquation() {
        for (double eccentricity = 0; eccentricity < 1; eccentricity += 0.11) {
            for (double mean = -7; mean < 7; mean += 0.37) {
                double e = KeplerOrbit.anomaly(mean, eccentricity);
                assertThat(e - eccentricity * Math.sin(e)).isCloseTo(mean, within(4e-15));
            }
        }
    }

    @Test
    void ruleIsTheDerivativeOfTheIteration() {
        DerivativeCheck.of(KeplerOrbit.misfit())
                .at(1150, 0.6, 2.1, 290)
                .at(1000, 0.3, 2, 280)
                .orThrow();
    }

    /** Distances are rounded to 5e-4, so 13 of them tell the orbit to some times that, relatively. */
    @Test
    void orbitIsFound() {
        LeastSquaresResult fit = KeplerOrbit.fit();
        assertThat(fit.converged()).as(fit.message()).isTrue();
        double[] truth = {1200, 0.65, 2.2, 300};
        for (int i = 0; i < truth.length; i++) {
            double deviation = fit.statistics().standardDeviations()[i];
            assertThat(fit.point()[i]).isCloseTo(truth[i], within(3 * deviation));
            assertThat(deviation).isLessThan(1e-3 * truth[i]);
        }
    }
}
