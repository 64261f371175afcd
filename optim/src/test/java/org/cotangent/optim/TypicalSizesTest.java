package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.optim.leastsquares.LeastSquaresMethod;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.StoppingRules;
import org.cotangent.optim.trust.TrustRegionMinimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trust regions and fits that know the sizes of badly scaled variables take the path of well scaled ones. */
class TypicalSizesTest {

    private static final double[] ONES = {1, 1, 1, 1};

    /** Begins in the valley, and at 0: there a variable shows no size of its own. */
    private static final double[] START = {-1.25, 0, 0, 2};

    private static final long SOME = 10;
    private static final long ALL = 200;

    /** x ↦ f(x / sizes), and the same for residuals. */
    private record Unscaled(double[] sizes) {

        double[] inUnits(double[] x) {
            double[] u = new double[x.length];
            for (int i = 0; i < u.length; i++) {
                u[i] = x[i] / sizes[i];
            }
            return u;
        }

        double[] start() {
            double[] start = START.clone();
            for (int i = 0; i < start.length; i++) {
                start[i] *= sizes[i];
            }
            return start;
        }

        void divide(double[] gradient) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] /= sizes[i];
            }
        }
    }

    private record Scalar(TwiceDifferentiableFunction function, Unscaled units) implements TwiceDifferentiableFunction {

        @Override
        public int dimension() {
            return function.dimension();
        }

        @Override
        public double value(double[] x) {
            return function.value(units.inUnits(x));
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            double value = function.valueAndGradient(units.inUnits(x), gradient);
            units.divide(gradient);
            return value;
        }

        @Override
        public void hessianVectorProduct(double[] x, double[] v, double[] product) {
            function.hessianVectorProduct(units.inUnits(x), units.inUnits(v), product);
            units.divide(product);
        }
    }

    private record Residuals(TwiceDifferentiableVectorFunction function, Unscaled units)
            implements TwiceDifferentiableVectorFunction {

        @Override
        public int inputDimension() {
            return function.inputDimension();
        }

        @Override
        public int outputDimension() {
            return function.outputDimension();
        }

        @Override
        public void value(double[] x, double[] y) {
            function.value(units.inUnits(x), y);
        }

        @Override
        public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
            function.jvp(units.inUnits(x), units.inUnits(xDot), y, yDot);
        }

        @Override
        public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
            function.vjp(units.inUnits(x), yBar, y, xBar);
            units.divide(xBar);
        }

        @Override
        public void weightedHessianVectorProduct(double[] x, double[] w, double[] v, double[] product) {
            function.weightedHessianVectorProduct(units.inUnits(x), w, units.inUnits(v), product);
            units.divide(product);
        }
    }

    /** A method under a name, as it goes from the start in given units. */
    private record Named(String name, Method method) {

        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    private interface Method {
        Result minimize(double[] sizes, long steps);
    }

    private static Named scalar(String name, TrustRegionMinimizer<? super TwiceDifferentiableFunction> method) {
        return new Named(name, (sizes, steps) -> {
            Unscaled units = new Unscaled(sizes);
            return method.typicalSizes(sizes)
                    .stopWhen(StoppingRules.value(1e-12))
                    .withoutFinish()
                    .maxIterations(steps)
                    .minimize(new Scalar(new Rosenbrock(4), units), units.start());
        });
    }

    private static Named fit(String name, LeastSquaresMethod method) {
        return new Named(name, (sizes, steps) -> {
            Unscaled units = new Unscaled(sizes);
            return method.typicalSizes(sizes)
                    .stopWhen(StoppingRules.modelStep(1e-6))
                    .withoutFinish()
                    .maxIterations(steps)
                    .minimize(new Residuals(new RosenbrockResiduals(4), units), units.start())
                    .result();
        });
    }

    static Stream<Named> methods() {
        return Stream.of(
                scalar("trust region", Minimizers.trustRegion()),
                scalar("dogleg", Minimizers.dogleg()),
                scalar("BFGS", Minimizers.trustRegionBfgs()),
                scalar("SR1", Minimizers.trustRegionSr1()),
                scalar("Steihaug", Minimizers.trustRegionSteihaug()),
                scalar("GLTR", Minimizers.trustRegionGltr()),
                fit("Levenberg-Marquardt", Minimizers.levenbergMarquardt()),
                fit("dogleg for residuals", Minimizers.leastSquaresDogleg()),
                fit("Gauss-Newton", Minimizers.gaussNewton()));
    }

    private static void assertSamePath(Result scaled, double[] sizes, Result expected, double error) {
        assertThat(scaled.status()).isEqualTo(expected.status());
        assertThat(scaled.iterations()).isEqualTo(expected.iterations());
        assertThat(scaled.counts()).isEqualTo(expected.counts());
        double[] values = scaled.history().values();
        double[] expectedValues = expected.history().values();
        for (int k = 0; k < values.length; k++) {
            // Rounding is measured by the first value: the last ones may be nothing else.
            assertThat(values[k]).as("value " + k).isCloseTo(expectedValues[k], within(error * expectedValues[0]));
        }
        for (int i = 0; i < sizes.length; i++) {
            assertThat(scaled.point()[i] / sizes[i]).isCloseTo(expected.point()[i], within(error));
        }
    }

    /** Powers of two change no digit, so every decision is the same to the bit. */
    @ParameterizedTest
    @MethodSource("methods")
    void powersOfTwoChangeNoBit(Named method) {
        double[] sizes = {0x1p27, 0x1p-27, 0x1p-27, 0x1p27};
        Result expected = method.method().minimize(ONES, ALL);
        assertThat(expected.converged()).isTrue();
        assertSamePath(method.method().minimize(sizes, ALL), sizes, expected, 0);
    }

    /** Sizes that are no powers of two round every product; within as many steps that grows to 1e-9 at most. */
    @ParameterizedTest
    @MethodSource("methods")
    void otherSizesChangeRoundingOnly(Named method) {
        double[] sizes = {1e8, 1e-8, 1e-8, 1e8};
        assertSamePath(
                method.method().minimize(sizes, SOME), sizes, method.method().minimize(ONES, SOME), 1e-9);
        assertThat(method.method().minimize(sizes, ALL).converged()).isTrue();
    }

    /** The first step is one size long at most, where the start shows none. */
    @Test
    void aFirstStepFromZeroIsOneSizeLong() {
        double[] sizes = {1e-3, 1, 1, 1};
        TwiceDifferentiableFunction function =
                new Scalar(new Rosenbrock(4), new Unscaled(new double[] {1e-3, 1, 1, 1}));
        List<TrustRegionMinimizer<? super TwiceDifferentiableFunction>> methods =
                List.of(Minimizers.trustRegion(), Minimizers.trustRegionBfgs());
        for (TrustRegionMinimizer<? super TwiceDifferentiableFunction> method : methods) {
            Result result = method.typicalSizes(sizes).maxIterations(1).minimize(function, new double[4]);
            // The radius is met to a millionth.
            assertThat(Math.abs(result.point()[0])).isPositive().isLessThanOrEqualTo(1e-3 * (1 + 1e-6));
        }
    }

    @Test
    void badSizesAreRefused() {
        assertThatThrownBy(() -> Minimizers.trustRegion().typicalSizes(1, 0))
                .hasMessage("typical size 1 is 0.0, expected a positive finite number; pass 1 where nothing is known");
        assertThatThrownBy(() -> Minimizers.levenbergMarquardt().typicalSizes(Double.NaN))
                .hasMessageContaining("typical size 0 is NaN");
        assertThatThrownBy(() -> Minimizers.rootFinder().typicalSizes(-1)).hasMessageContaining("-1.0");
        assertThatThrownBy(() ->
                        Minimizers.levenbergMarquardt().typicalSizes(1, 2).minimize(new RosenbrockResiduals(4), START))
                .hasMessageContaining("typical sizes has length 2, expected 4");
        assertThatThrownBy(() -> Minimizers.trustRegion().typicalSizes(1, 2).minimize(new Rosenbrock(4), START))
                .hasMessageContaining("typical sizes has length 2, expected 4");
    }
}
