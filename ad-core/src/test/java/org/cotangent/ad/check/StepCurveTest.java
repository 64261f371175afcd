package org.cotangent.ad.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.check.StepCurve.Method;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.junit.jupiter.api.Test;

/** eˣ/√(sin³x + cos³x) at 1.5, the example of Squire and Trapp (1998). */
class StepCurveTest {

    private static final double POINT = 1.5;

    /** By 50-digit arithmetic. */
    private static final double DERIVATIVE = 4.053427893898621;

    /** Where rounding decides which step is best, another order of operations may shift it so far. */
    private static final double FACTOR = 3;

    private static double value(double x) {
        return Math.exp(x) / Math.sqrt(Math.pow(Math.sin(x), 3) + Math.pow(Math.cos(x), 3));
    }

    private static StepCurve curve(double claimed) {
        return DerivativeCheck.of(Functions.of(1, x -> value(x[0]), (x, g) -> g[0] = claimed))
                .at(POINT)
                .curve(0);
    }

    private static TwiceDifferentiableFunction graph() {
        Variable x = Graph.scalar("x");
        return Differentiation.of(
                x.exp().dividedBy(x.sin().pow(3).plus(x.cos().pow(3)).sqrt()), List.of(x));
    }

    @Test
    void forwardDifferencesLoseHalfTheDigits() {
        assertThat(curve(DERIVATIVE).best(Method.FORWARD).orElseThrow()).isBetween(2.5e-8 / FACTOR, 2.5e-8 * FACTOR);
    }

    @Test
    void centralDifferencesLoseAThirdOfTheDigits() {
        assertThat(curve(DERIVATIVE).best(Method.CENTRAL).orElseThrow()).isBetween(1.4e-10 / FACTOR, 1.4e-10 * FACTOR);
    }

    @Test
    void richardsonIsBetterThanCentral() {
        assertThat(curve(DERIVATIVE).best(Method.RICHARDSON).orElseThrow()).isLessThan(1e-11);
    }

    @Test
    void complexStepsAndExactDerivativesLoseNothing() {
        StepCurve curve = DerivativeCheck.of(graph()).at(POINT).curve(0);
        assertThat(curve.reference()).isCloseTo(DERIVATIVE, within(4e-16 * DERIVATIVE));
        assertThat(curve.samples().get(Method.COMPLEX_STEP))
                .filteredOn(sample -> sample.step() < 1e-8)
                .hasSize(8)
                .allSatisfy(
                        sample -> assertThat(sample.derivative()).isCloseTo(DERIVATIVE, within(4e-16 * DERIVATIVE)));
    }

    @Test
    void complexStepsNeedAFunctionThatOffersThem() {
        assertThat(curve(DERIVATIVE).best(Method.COMPLEX_STEP)).isEmpty();
    }

    @Test
    void aWrongDerivativeShowsAsAPlateau() {
        assertThat(curve(1.01 * DERIVATIVE).samples().get(Method.CENTRAL))
                .filteredOn(sample -> sample.step() < 1e-3 && sample.step() > 1e-12)
                .hasSizeGreaterThan(6)
                .allSatisfy(sample -> assertThat(sample.relativeError()).isCloseTo(0.01 / 1.01, within(1e-4)));
    }

    @Test
    void pictureShowsEveryMethodOnce() {
        String svg = DerivativeCheck.of(graph()).at(POINT).curve(0).svg();
        assertThat(svg).startsWith("<svg").endsWith("</svg>\n").doesNotContain("NaN", "Infinity");
        for (Method method : Method.values()) {
            assertThat(svg).containsOnlyOnce(">" + method.title() + "<");
        }
    }
}
