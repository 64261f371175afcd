package org.cotangent.examples.first;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cotangent.optim.run.Result;
import org.junit.jupiter.api.Test;

class FirstStepsTest {

    /** By 50-digit arithmetic. */
    private static final double SQUIRE_TRAPP = 4.053427893898621;

    @Test
    void derivativeIsExactToRounding() {
        assertThat(SquireTrapp.derivative(SquireTrapp.generated()))
                .isCloseTo(SQUIRE_TRAPP, within(1e-15 * SQUIRE_TRAPP));
        assertThat(SquireTrapp.derivative(SquireTrapp.interpreted()))
                .isEqualTo(SquireTrapp.derivative(SquireTrapp.generated()));
    }

    @Test
    void differencesLoseHalfTheDigits() {
        double difference = SquireTrapp.differenceQuotient(SquireTrapp.interpreted());
        assertThat(Math.abs(difference / SQUIRE_TRAPP - 1)).isBetween(1e-9, 1e-6);
    }

    @Test
    void newtonCgNeedsAtMost40Iterations() {
        Result result = Rosenbrock.newtonCg();
        assertSolved(result);
        assertThat(result.iterations()).isLessThanOrEqualTo(40);
    }

    @Test
    void lbfgsNeedsAtMost45Evaluations() {
        Result result = Rosenbrock.lbfgs();
        assertSolved(result);
        assertThat(result.evaluations()).isLessThanOrEqualTo(45);
    }

    @Test
    void gradientDescentNeedsThousands() {
        Result result = Rosenbrock.gradientDescent();
        assertSolved(result);
        assertThat(result.evaluations()).isGreaterThan(2_000);
    }

    @Test
    void conditionNumberOfTheHessianIs2508() {
        // The Hessian is (802, -400; -400, 200): eigenvalues 501 ± √(501² − 400).
        double root = Math.sqrt(501 * 501 - 400);
        double expected = (501 + root) * (501 + root) / 400;
        assertThat(Rosenbrock.condition(1, 1)).isCloseTo(expected, within(1e-10));
        assertThat(expected).isCloseTo(2508, within(0.01));
    }

    private static void assertSolved(Result result) {
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.gradientNorm()).isLessThanOrEqualTo(1e-8);
        assertThat(result.point()).containsExactly(new double[] {1, 1}, within(1e-6));
    }
}
