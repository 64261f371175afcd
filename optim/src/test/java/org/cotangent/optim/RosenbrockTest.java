package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cotangent.optim.run.Result;
import org.junit.jupiter.api.Test;

/** The classical start (−1.2, 1), to a gradient norm of 1e-8. */
class RosenbrockTest {

    private final CountingFunction rosenbrock = new CountingFunction(new Rosenbrock(2));

    @Test
    void lbfgsNeedsAtMost45Evaluations() {
        Result result = Minimizers.lbfgs(10).tolerance(1e-8).minimize(rosenbrock, -1.2, 1);
        assertSolved(result);
        assertThat(rosenbrock.evaluations).isLessThanOrEqualTo(45);
    }

    @Test
    void newtonCgNeedsAtMost40Iterations() {
        Result result = Minimizers.newtonCg().tolerance(1e-8).minimize(rosenbrock, -1.2, 1);
        assertSolved(result);
        assertThat(result.iterations()).isLessThanOrEqualTo(40);
        assertThat(result.certificate().gap().orElseThrow()).isBetween(0.0, 1e-16);
        assertThat(result.certificate().curvature().orElseThrow()).isPositive();
        assertThat(result.counts().products()).isEqualTo(rosenbrock.products);
    }

    @Test
    void armijoGradientDescentNeedsThousandsOfIterations() {
        Result result = Minimizers.gradientDescentArmijo().tolerance(1e-8).minimize(rosenbrock, -1.2, 1);
        assertSolved(result);
        // Measured: 16,554. The range allows another interpolation, not another kind of method.
        assertThat(result.iterations()).isBetween(5_000L, 40_000L);
        assertThat(result.history().size()).isBetween(500, 1025);
    }

    @Test
    void fixedStepGradientDescentConvergesBelowTheStabilityLimit() {
        // The largest curvature on the way is about 1500 (at the start), 1002 at the minimum.
        Result result = Minimizers.gradientDescent(1e-3).tolerance(1e-8).minimize(rosenbrock, -1.2, 1);
        assertSolved(result);
    }

    @Test
    void solvesAHundredVariables() {
        // There is a second stationary point for the usual start, so this one starts at 0.
        double[] start = new double[100];
        Rosenbrock chain = new Rosenbrock(100);
        assertThat(Minimizers.lbfgs(10).minimize(chain, start).value()).isLessThan(1e-16);
        assertThat(Minimizers.newtonCg().minimize(chain, start).value()).isLessThan(1e-16);
    }

    private void assertSolved(Result result) {
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.gradientNorm()).isLessThanOrEqualTo(1e-8);
        // ‖x − x*‖ <= ‖g‖ / (smallest curvature 0.4)
        assertThat(result.point()[0]).isCloseTo(1, within(2.5e-8));
        assertThat(result.point()[1]).isCloseTo(1, within(5e-8));
        assertThat(result.evaluations()).isEqualTo(rosenbrock.evaluations);
    }
}
