package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A fit that gets nowhere says why, and soon: within evaluations, or a minute of however busy a machine. */
@Timeout(60)
class FitDiagnosisTest {

    /** One residual of one parameter. */
    private record OneResidual(DoubleUnaryOperator height, DoubleUnaryOperator slope) implements VectorFunction {

        @Override
        public int inputDimension() {
            return 1;
        }

        @Override
        public int outputDimension() {
            return 1;
        }

        @Override
        public void value(double[] x, double[] y) {
            y[0] = height.applyAsDouble(x[0]);
        }

        @Override
        public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
            value(x, y);
            yDot[0] = slope.applyAsDouble(x[0]) * xDot[0];
        }

        @Override
        public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
            jvp(x, yBar, y, xBar);
        }
    }

    private static void assertFails(OneResidual residual, double start, String reason, String advice) {
        Result result = Minimizers.levenbergMarquardt()
                .maxEvaluations(1_000)
                .minimize(residual, start)
                .result();
        assertThat(result.status()).as(result.message()).isEqualTo(Status.LINE_SEARCH_FAILED);
        assertThat(result.reason()).contains(reason);
        assertThat(result.message()).contains(advice);
        assertThat(result.evaluations()).isLessThan(200);
    }

    @Test
    void theEndOfTheDomainIsNoRoundingFloor() {
        OneResidual wall = new OneResidual(x -> x >= 0.5 ? x : Double.NaN, x -> 1);
        assertFails(wall, 3, "is not finite however small the region", "at the end of the domain");
        assertFails(wall, 0.5, "is not finite however small the region", "at the end of the domain");
    }

    @Test
    void aJacobianThatEndsBeforeTheResidualsDoesNotRunForEver() {
        OneResidual wall = new OneResidual(x -> x, x -> x >= 0.5 ? 1 : Double.NaN);
        assertFails(wall, 3, "is not finite however small the region", "at the end of the domain");
    }

    @Test
    void aWrongJacobianIsNoRoundingFloor() {
        OneResidual wrong = new OneResidual(x -> x - 2, x -> -1);
        assertFails(wrong, 3, "verify the derivatives with DerivativeCheck", "names the entry that is wrong");
    }
}
