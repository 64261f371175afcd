package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StoppingRule;
import org.cotangent.optim.run.StoppingRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The criterion of methods with gradients does not depend on the units of the function. */
class StandardRuleTest {

    private static final double[] START = {-1.2, 1};

    /** a f + b. */
    private record Affine(TwiceDifferentiableFunction function, double factor, double offset)
            implements TwiceDifferentiableFunction {

        @Override
        public int dimension() {
            return function.dimension();
        }

        @Override
        public double value(double[] x) {
            return factor * function.value(x) + offset;
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            double value = function.valueAndGradient(x, gradient);
            scale(gradient);
            return factor * value + offset;
        }

        @Override
        public void hessianVectorProduct(double[] x, double[] v, double[] product) {
            function.hessianVectorProduct(x, v, product);
            scale(product);
        }

        private void scale(double[] vector) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] *= factor;
            }
        }
    }

    private static List<Result> byAll(TwiceDifferentiableFunction function) {
        return List.of(
                Minimizers.lbfgs(5).minimize(function, START),
                Minimizers.newtonCg().minimize(function, START));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-6, 1, 1e6, 1e12})
    void aFactorChangesNeitherPointNorClaim(double factor) {
        for (Result result : byAll(new Affine(new Rosenbrock(2), factor, 0))) {
            assertThat(result.converged()).as(result.message()).isTrue();
            assertThat(result.point()).as(result.message()).containsExactly(new double[] {1, 1}, within(1e-6));
        }
    }

    @Test
    void anOffsetHidesDigitsButMakesNoClaimFalse() {
        // The value 1e8 hides all below 1e-8, so that the valley is level for 1e-4 around the minimum.
        for (Result result : byAll(new Affine(new Rosenbrock(2), 1, 1e8))) {
            assertThat(result.status()).as(result.message()).isIn(Status.CONVERGED, Status.ROUNDING_FLOOR);
            assertThat(result.point()).as(result.message()).containsExactly(new double[] {1, 1}, within(1e-3));
        }
    }

    /** Misra's first model in its variables: what curves one of them 1e15 times as much as the other. */
    private record Ravine() implements TwiceDifferentiableFunction {

        private static final double[] TIMES = {77.6, 114.9, 141.1, 190.8, 239.9, 289, 332.8, 378.4, 434.8, 477.3};

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double value(double[] x) {
            return valueAndGradient(x, new double[2]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            double sum = 0;
            gradient[0] = 0;
            gradient[1] = 0;
            for (double time : TIMES) {
                double decay = Math.exp(-x[1] * time);
                double residual = x[0] * (1 - decay) - 239 * (1 - Math.exp(-5.5e-4 * time));
                sum += 0.5 * residual * residual;
                gradient[0] += residual * (1 - decay);
                gradient[1] += residual * x[0] * time * decay;
            }
            return sum;
        }

        @Override
        public void hessianVectorProduct(double[] x, double[] v, double[] product) {
            Arrays.fill(product, 0);
            for (double time : TIMES) {
                double decay = Math.exp(-x[1] * time);
                double residual = x[0] * (1 - decay) - 239 * (1 - Math.exp(-5.5e-4 * time));
                double slope = x[0] * time * decay;
                double along = (1 - decay) * v[0] + slope * v[1];
                product[0] += along * (1 - decay) + residual * time * decay * v[1];
                product[1] += along * slope + residual * time * decay * (v[0] - x[0] * time * v[1]);
            }
        }
    }

    @Test
    void stepsAcrossAValleyClaimNothingOfItsFloor() {
        for (double[] start : new double[][] {{500, 1e-4}, {250, 5e-4}}) {
            for (Result result : List.of(
                    Minimizers.lbfgs(10).maxIterations(1000).minimize(new Ravine(), start),
                    Minimizers.conjugateGradients().maxIterations(1000).minimize(new Ravine(), start),
                    Minimizers.newtonCg().maxIterations(1000).minimize(new Ravine(), start))) {
                assertThat(!result.converged() || Math.abs(result.point()[0] - 239) < 0.1)
                        .as(result.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void gradientScaledByValueAndVariables() {
        double[] typical = {1e-3, 1e3};
        StoppingRule rule = StoppingRules.scaledGradient(1e-6, typical, 10);
        Result result = Minimizers.lbfgs(5).stopWhen(rule).minimize(new Rosenbrock(2), -1.2, 1);
        assertThat(result.converged()).isTrue();
        double[] gradient = result.gradient();
        double[] point = result.point();
        double scaled = Math.max(
                Math.abs(gradient[0]) * Math.max(Math.abs(point[0]), 1e-3),
                Math.abs(gradient[1]) * Math.max(Math.abs(point[1]), 1e3));
        assertThat(scaled).isLessThanOrEqualTo(1e-6 * 10);
        assertThat(result.reason()).startsWith("scaled gradient");
        assertThatThrownBy(() -> StoppingRules.scaledGradient(1e-6, new double[] {-1}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("typical size of a variable is -1.0");
    }

    @Test
    void theSecantStepEstimatesTheDistanceToTheMinimum() {
        // On c x²/2 every secant is exact: |x| itself.
        Result result = Minimizers.gradientDescent(1e-4)
                .stopWhen(StoppingRules.when("near", iterate -> iterate.secantStep() <= 0.125))
                .maxIterations(1_000_000)
                .minimize(Quadratic.diagonal(7), 1);
        assertThat(result.status()).isEqualTo(Status.STOPPED_BY_RULE);
        assertThat(result.point()[0]).isCloseTo(0.125, within(1e-4));
    }
}
