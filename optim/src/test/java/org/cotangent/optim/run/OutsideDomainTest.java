package org.cotangent.optim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.stream.Stream;
import org.cotangent.ad.function.OutsideDomainException;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutsideDomainTest {

    /** x - log x + y², which throws at x <= 0: its minimum is (1, 0). */
    private record Barrier() implements TwiceDifferentiableFunction {

        private static double inside(double x) {
            if (x <= 0) {
                throw new OutsideDomainException("x is " + x + ", expected > 0");
            }
            return x;
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double value(double[] x) {
            return inside(x[0]) - Math.log(x[0]) + x[1] * x[1];
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            gradient[0] = 1 - 1 / inside(x[0]);
            gradient[1] = 2 * x[1];
            return value(x);
        }

        @Override
        public void hessianVectorProduct(double[] x, double[] v, double[] product) {
            product[0] = v[0] / (inside(x[0]) * x[0]);
            product[1] = 2 * v[1];
        }
    }

    /** √x - 1 and y, where x > 0. */
    private record Roots() implements VectorFunction {

        @Override
        public int inputDimension() {
            return 2;
        }

        @Override
        public int outputDimension() {
            return 2;
        }

        @Override
        public void value(double[] x, double[] y) {
            y[0] = Math.sqrt(Barrier.inside(x[0])) - 1;
            y[1] = x[1];
        }

        @Override
        public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
            value(x, y);
            yDot[0] = xDot[0] / 2 / Math.sqrt(x[0]);
            yDot[1] = xDot[1];
        }

        @Override
        public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
            value(x, y);
            xBar[0] = yBar[0] / 2 / Math.sqrt(x[0]);
            xBar[1] = yBar[1];
        }
    }

    static Stream<Minimizer<? super TwiceDifferentiableFunction, Result>> methods() {
        return Stream.of(
                Minimizers.bfgs(),
                Minimizers.lbfgs(5),
                Minimizers.conjugateGradients(),
                Minimizers.newton(),
                Minimizers.newtonCg(),
                Minimizers.trustRegion(),
                Minimizers.trustRegionSteihaug(),
                Minimizers.trustRegionBfgs());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void stepsOutOfTheDomainAreShortened(Minimizer<? super TwiceDifferentiableFunction, Result> method) {
        // From 30, the second derivative of x is 1e-3: Newton's step leads to -840.
        Result result = method.minimize(new Barrier(), 30, 1);
        assertThat(result.converged()).isTrue();
        assertThat(result.point()[0]).isCloseTo(1, offset(1e-6));
        assertThat(result.point()[1]).isCloseTo(0, offset(1e-6));
    }

    @Test
    void fitsShortenStepsOutOfTheDomain() {
        for (double start : List.of(30.0, 1e4, 1e-3)) {
            LeastSquaresResult result = Minimizers.levenbergMarquardt().minimize(new Roots(), start, 1);
            assertThat(result.converged()).isTrue();
            assertThat(result.point()[0]).isCloseTo(1, offset(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void startsOutsideTellWhatTheFunctionSaid(Minimizer<? super TwiceDifferentiableFunction, Result> method) {
        Result result = method.minimize(new Barrier(), -1, 1);
        assertThat(result.status()).isEqualTo(Status.NON_FINITE_START);
        assertThat(result.summary()).contains("no value there: x is -1.0, expected > 0");
    }
}
