package org.cotangent.ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.ComplexEvaluation;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.junit.jupiter.api.Test;

/** Functions of graphs evaluate at complex points, wherever their variables and data lie. */
class ComplexEvaluationTest {

    private static final double STEP = 1e-30;

    private final Variable a = Graph.scalar("a");
    private final VectorExpr v = Graph.vector("v", 2);
    private final VectorExpr t = Graph.vector("t");
    private final Variable s = Graph.scalar("s");
    private final Data[] data = {Data.of(t, 2, 3), Data.of(s, 1.5)};

    /** a² v₀ + s Σ tᵢ exp(vᵢ). */
    private final TwiceDifferentiableFunction scalar = Differentiation.of(
            a.square().times(v.get(0)).plus(t.times(v.exp()).sum().times(s)), List.of(a, v), data);

    /** a tᵢ vᵢ. */
    private final TwiceDifferentiableVectorFunction vector =
            Differentiation.of(t.times(v).times(a), List.of(a, v), data);

    private final double[] point = {1.25, -0.5, 0.75};

    @Test
    void complexStepsGiveTheGradient() {
        double[] gradient = new double[3];
        double value = scalar.valueAndGradient(point, gradient);
        for (int i = 0; i < 3; i++) {
            double[] im = new double[3];
            im[i] = STEP;
            double[] re = new double[1];
            double[] slope = new double[1];
            ((ComplexEvaluation) scalar).complexValue(point, im, re, slope);
            assertThat(re[0]).isCloseTo(value, within(1e-15));
            assertThat(slope[0] / STEP).isCloseTo(gradient[i], within(1e-15 * Math.abs(gradient[i])));
        }
    }

    @Test
    void complexStepsGiveTheJacobian() {
        double[] y = new double[2];
        double[] slopes = new double[2];
        ((ComplexEvaluation) vector).complexValue(point, new double[] {STEP, 0, 0}, y, slopes);
        assertThat(y).containsExactly(2 * 1.25 * -0.5, 3 * 1.25 * 0.75);
        assertThat(slopes[0] / STEP).isCloseTo(2 * -0.5, within(1e-15));
        assertThat(slopes[1] / STEP).isCloseTo(3 * 0.75, within(1e-15));
    }

    @Test
    void pointsAreNotModified() {
        double[] im = {STEP, 0, STEP};
        ((ComplexEvaluation) vector).complexValue(point, im, new double[2], new double[2]);
        assertThat(point).containsExactly(1.25, -0.5, 0.75);
        assertThat(im).containsExactly(STEP, 0, STEP);
    }

    @Test
    void lengthsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ((ComplexEvaluation) scalar).complexValue(point, new double[2], new double[1], new double[1]))
                .withMessageContaining("imaginary parts of the point has length 2, expected 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ((ComplexEvaluation) vector).complexValue(point, new double[3], new double[1], new double[2]))
                .withMessageContaining("real parts of the values has length 1, expected 2 (number of values)");
    }
}
