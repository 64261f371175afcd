package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Run;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The method chosen is the one that what the function offers allows, and the reason says so. */
class SelectionTest {

    private static final double[] START = {-1.2, 1};

    @Test
    void secondDerivativesAreUsed() {
        Choice<Result> choice = Minimizers.best(new Rosenbrock(2));
        assertThat(choice.reason())
                .startsWith("Trust region with the exact Hessian")
                .contains("2 variables");
        Result result = choice.minimize(START);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.counts().hessians()).isPositive();
        assertThat(result.certificate().gap()).isPresent();
    }

    @Test
    void sizeDecidesAboutMatrices() {
        assertThat(Minimizers.best(new Rosenbrock(100)).reason()).startsWith("Trust region with the exact Hessian");
        Choice<Result> products = Minimizers.best(new Rosenbrock(101));
        assertThat(products.reason())
                .startsWith("Trust region by conjugate gradients")
                .contains("101 variables");
        Result result = products.minimize(new double[101]);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.counts().products()).isPositive();
        assertThat(Minimizers.best(new GradientOnly(new Rosenbrock(501))).reason())
                .startsWith("L-BFGS")
                .contains("20 vectors of length 501");
    }

    @Test
    void gradientsAloneSuffice() {
        Choice<Result> choice = Minimizers.best(new GradientOnly(new Rosenbrock(2)));
        assertThat(choice.reason()).startsWith("BFGS").contains("knows its gradient and no second derivatives");
        Result result = choice.minimize(START);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.counts().products()).isZero();
    }

    @Test
    void residualsAreFitted() {
        Choice<LeastSquaresResult> choice = Minimizers.best(new RosenbrockResiduals(3));
        assertThat(choice.reason())
                .startsWith("Levenberg-Marquardt: 6 residuals of 3 parameters")
                .contains("their second derivatives win the last digits");
        LeastSquaresResult fit = choice.minimize(-1.2, 1, 1);
        assertThat(fit.converged()).as(fit.message()).isTrue();
        assertThat(fit.statistics().degreesOfFreedom()).isEqualTo(3);
    }

    /** A size, and nothing behind it. */
    private record Sized(int inputDimension, int outputDimension) implements VectorFunction {

        @Override
        public void value(double[] x, double[] y) {
            throw new UnsupportedOperationException("nothing is evaluated by a choice");
        }

        @Override
        public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
            throw new UnsupportedOperationException("nothing is evaluated by a choice");
        }

        @Override
        public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
            throw new UnsupportedOperationException("nothing is evaluated by a choice");
        }
    }

    @Test
    void largeFitsAreWarnedOfOrRefused() {
        assertThat(Minimizers.best(new Sized(3000, 4000)).reason())
                .contains("know no second derivatives")
                .contains("with 3000 parameters each step takes long");
        assertThatThrownBy(() -> Minimizers.best(new Sized(100_000, 100_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100000 times 100000 entries")
                .hasMessageContaining("new LeastSquaresFunction(residuals)");
    }

    @Test
    void aChoiceTakesSettingsAndResumes(@TempDir Path folder) throws IOException {
        Choice<Result> choice = Minimizers.best(new Rosenbrock(2));
        Run<Result> cut = choice.maxIterations(3).start(START);
        assertThat(cut.finish().status()).isEqualTo(Status.ITERATION_LIMIT);
        Path file = folder.resolve("run");
        cut.save(file);
        assertThat(choice.resume(file).finish().point())
                .containsExactly(choice.minimize(START).point());
    }
}
