package org.cotangent.optim.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.Settings;
import org.cotangent.optim.run.StoppingRules;
import org.cotangent.optim.run.VariableSizes;
import org.cotangent.optim.trust.Outlook;
import org.junit.jupiter.api.Test;

/** What the curvature around a point says of the step that is left there. */
class NearbyCurvatureTest {

    private static final double ENOUGH = 1e-12;

    private static final double ACROSS = 0x1p-43;

    private static final double ALONG = 0x1p-27;

    private static final double FLAT = 0x1p-40;

    /** Σ (xᵢ − 1)² / 2, but for a last variable with another curvature. */
    private static TwiceDifferentiableFunction valley(int n, double last) {
        return Functions.of(
                n,
                x -> {
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += curvature(i, n, last) * (x[i] - 1) * (x[i] - 1) / 2;
                    }
                    return sum;
                },
                (x, gradient) -> Arrays.setAll(gradient, i -> curvature(i, n, last) * (x[i] - 1)),
                (x, v, product) -> Arrays.setAll(product, i -> curvature(i, n, last) * v[i]));
    }

    private static double curvature(int i, int n, double last) {
        return i < n - 1 ? 1 : last;
    }

    /** Beside the floor by a length that is none any more, and along it by one that is. */
    private static double stepLeft(DifferentiableFunction function, TwiceDifferentiableFunction valley) {
        FunctionEvaluation at = new FunctionEvaluation(function);
        double[] x = at.overwrite();
        Arrays.fill(x, 1);
        x[0] += ACROSS;
        x[x.length - 1] += ALONG;
        at.gradient();
        Settings settings = Settings.of(StoppingRules.standard());
        Outlook.Look look = Outlook.of(valley, Meter.of(settings), VariableSizes.unknown());
        return new NearbyCurvature(function, new NewtonCg().begin(valley), look).stepLeft(at, ENOUGH);
    }

    private static DifferentiableFunction gradientOnly(TwiceDifferentiableFunction function) {
        return Functions.of(
                function.dimension(), function::value, (x, gradient) -> function.valueAndGradient(x, gradient));
    }

    @Test
    void secondDerivativesShowAStepThatDifferencesHide() {
        TwiceDifferentiableFunction valley = valley(2, FLAT);
        assertThat(stepLeft(gradientOnly(valley), valley)).isCloseTo(ACROSS, within(1e-6 * ACROSS));
        assertThat(stepLeft(valley, valley)).isCloseTo(ALONG, within(1e-6 * ALONG));
    }

    @Test
    void aStepIsLeftWhereTheFunctionFallsAway() {
        TwiceDifferentiableFunction saddle = valley(2, -FLAT);
        assertThat(stepLeft(gradientOnly(saddle), saddle)).isLessThanOrEqualTo(ENOUGH);
        assertThat(stepLeft(saddle, saddle)).isInfinite();
    }

    @Test
    void ofManyVariablesDifferencesHaveTheLastWord() {
        TwiceDifferentiableFunction valley = valley(301, FLAT);
        assertThat(stepLeft(valley, valley)).isCloseTo(ACROSS, within(1e-6 * ACROSS));
    }
}
