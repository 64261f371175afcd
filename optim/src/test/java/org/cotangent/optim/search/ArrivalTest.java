package org.cotangent.optim.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StoppingRules;
import org.junit.jupiter.api.Test;

/** What a search says of the point where rounding ended it. */
class ArrivalTest {

    /** Raised so far that its value hides half the digits of x; its gradient is 0 for no double. */
    private static final double OFFSET = 1e3;

    private static final double SLOPE = 3;

    private static final PathSearch<DifferentiableFunction> UNREACHABLE =
            Minimizers.lbfgs(5).stopWhen(StoppingRules.gradientNorm(0));

    /** offset + Σ (exp(xᵢ) − 3 xᵢ), lowest at log 3; and − y² in a last variable, if there is one. */
    private static TwiceDifferentiableFunction exponentials(int n, boolean withSaddle) {
        int convex = withSaddle ? n - 1 : n;
        return Functions.of(
                n,
                x -> {
                    double sum = OFFSET;
                    for (int i = 0; i < convex; i++) {
                        sum += Math.exp(x[i]) - SLOPE * x[i];
                    }
                    return withSaddle ? sum - x[convex] * x[convex] : sum;
                },
                (x, gradient) -> Arrays.setAll(gradient, i -> i < convex ? Math.exp(x[i]) - SLOPE : -2 * x[i]),
                (x, v, product) -> Arrays.setAll(product, i -> (i < convex ? Math.exp(x[i]) : -2) * v[i]));
    }

    private static DifferentiableFunction gradientOnly(TwiceDifferentiableFunction function) {
        return Functions.of(
                function.dimension(), function::value, (x, gradient) -> function.valueAndGradient(x, gradient));
    }

    @Test
    void aMinimumIsClaimedThatTheRuleCannotShow() {
        Result result = UNREACHABLE.minimize(exponentials(3, false), 2, 0, -1);
        assertThat(result.status()).as(result.message()).isEqualTo(Status.CONVERGED_TO_ROUNDING);
        assertThat(result.reason()).contains("the rounding error of the value");
        assertThat(result.certificate().curvature().orElseThrow()).isCloseTo(SLOPE, within(1e-6));
        assertThat(result.counts().hessians()).isEqualTo(1);
        // The value is level over some 1e-7; Newton steps win what the gradient still shows.
        assertThat(result.point()).containsExactly(logs(3), within(4 * Math.ulp(1.0)));
    }

    @Test
    void differencesOfGradientsAreEnough() {
        Result result = UNREACHABLE.minimize(gradientOnly(exponentials(3, false)), 2, 0, -1);
        assertThat(result.status()).as(result.message()).isEqualTo(Status.CONVERGED_TO_ROUNDING);
        assertThat(result.counts().hessians()).isZero();
        assertThat(result.point()).containsExactly(logs(3), within(4 * Math.ulp(1.0)));
    }

    @Test
    void aSaddleIsNotClaimed() {
        Result result = UNREACHABLE.minimize(exponentials(3, true), 2, -1, 0);
        assertThat(result.status()).as(result.message()).isEqualTo(Status.ROUNDING_FLOOR);
    }

    @Test
    void noMatrixIsMadeOfManyVariables() {
        double[] start = new double[301];
        Arrays.setAll(start, i -> i % 3 - 1);
        Result result = UNREACHABLE.minimize(exponentials(301, false), start);
        assertThat(result.status()).as(result.message()).isEqualTo(Status.ROUNDING_FLOOR);
        assertThat(result.counts().hessians()).isZero();
    }

    @Test
    void aBudgetThatEndsWithTheSearchLeavesWhatItFound() {
        DifferentiableFunction function = gradientOnly(exponentials(3, false));
        long all = UNREACHABLE.minimize(function, 2, 0, -1).evaluations();
        Result cut = UNREACHABLE.maxEvaluations(all - 1).minimize(function, 2, 0, -1);
        assertThat(cut.status()).as(cut.message()).isEqualTo(Status.ROUNDING_FLOOR);
        assertThat(cut.evaluations()).isEqualTo(all - 1);
    }

    private static double[] logs(int n) {
        double[] logs = new double[n];
        Arrays.fill(logs, Math.log(SLOPE));
        return logs;
    }

    /** x + 10⁶ (x² + y² − 1)² (MARATOSB of CUTE), lowest where y is 0: what is left of y is rounding, by any measure of y. */
    @Test
    void aVariableThatIsZeroButForRoundingHidesNoMinimum() {
        TwiceDifferentiableFunction circle = Functions.of(
                2,
                x -> x[0] + 1e6 * square(x[0] * x[0] + x[1] * x[1] - 1),
                (x, gradient) -> {
                    double slope = 4e6 * (x[0] * x[0] + x[1] * x[1] - 1);
                    gradient[0] = 1 + slope * x[0];
                    gradient[1] = slope * x[1];
                },
                (x, v, product) -> {
                    double slope = 4e6 * (x[0] * x[0] + x[1] * x[1] - 1);
                    double turn = 8e6 * (x[0] * v[0] + x[1] * v[1]);
                    product[0] = slope * v[0] + turn * x[0];
                    product[1] = slope * v[1] + turn * x[1];
                });
        Result result = Minimizers.bfgs().tolerance(1e-12).minimize(circle, 1.1, 0.1);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.value()).isCloseTo(-1 - 1 / 16e6, within(1e-13));
    }

    private static double square(double number) {
        return number * number;
    }
}
