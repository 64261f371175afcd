package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.api.Test;

/** A run that gets nowhere says why, and soon. */
class DiagnosisTest {

    /** A function that is straight between its kinks: all products with the Hessian are 0. */
    private record Straight(int dimension, ToDoubleFunction<double[]> height, Function<double[], double[]> slopes)
            implements TwiceDifferentiableFunction {

        @Override
        public double value(double[] x) {
            return height.applyAsDouble(x);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            System.arraycopy(slopes.apply(x), 0, gradient, 0, dimension);
            return value(x);
        }

        @Override
        public void hessianVectorProduct(double[] x, double[] v, double[] product) {
            Arrays.fill(product, 0);
        }
    }

    private static List<Result> byAll(TwiceDifferentiableFunction function, double... start) {
        return List.of(
                Minimizers.gradientDescentArmijo().minimize(function, start),
                Minimizers.lbfgs(5).minimize(function, start),
                Minimizers.newtonCg().minimize(function, start));
    }

    private static void assertAll(List<Result> results, Status status, String reason, String advice) {
        for (Result result : results) {
            assertThat(result.status()).as(result.message()).isEqualTo(status);
            assertThat(result.reason()).contains(reason);
            assertThat(result.message()).contains("Advice: ").contains(advice);
        }
    }

    private static double sign(double number) {
        return number >= 0 ? 1 : -1;
    }

    @Test
    void anAbsoluteValueIsAKink() {
        Straight valley = new Straight(1, x -> 1 + Math.abs(x[0] - Math.PI), x -> new double[] {sign(x[0] - Math.PI)});
        assertAll(byAll(valley, 0.7), Status.NON_SMOOTH, "it jumps here", "smooth the function");
        assertAll(byAll(valley, Math.PI), Status.NON_SMOOTH, "it jumps here", "smooth the function");
    }

    @Test
    void aSumOfAbsoluteValuesEndsSoon() {
        double[] centre = {Math.PI, Math.E, 0.1, -7, 2.2};
        ToDoubleFunction<double[]> height = x -> {
            double sum = 1;
            for (int i = 0; i < centre.length; i++) {
                sum += (i + 1) * Math.abs(x[i] - centre[i]);
            }
            return sum;
        };
        Function<double[], double[]> slopes = x -> {
            double[] gradient = new double[centre.length];
            for (int i = 0; i < centre.length; i++) {
                gradient[i] = (i + 1) * sign(x[i] - centre[i]);
            }
            return gradient;
        };
        for (Result result : byAll(new Straight(5, height, slopes), new double[5])) {
            assertThat(result.status()).as(result.message()).isEqualTo(Status.NON_SMOOTH);
            assertThat(result.evaluations()).as(result.message()).isLessThan(2000);
        }
    }

    @Test
    void aMaximumOfSmoothFunctionsIsAKink() {
        Straight crossing = new Straight(2, x -> Math.max(x[0] + 3 * x[1], Math.max(-x[0] + x[1], -x[1])), x -> {
            double[] all = {x[0] + 3 * x[1], -x[0] + x[1], -x[1]};
            if (all[0] >= all[1] && all[0] >= all[2]) {
                return new double[] {1, 3};
            }
            return all[1] >= all[2] ? new double[] {-1, 1} : new double[] {0, -1};
        });
        for (Result result : byAll(crossing, 3, 2)) {
            assertThat(result.status()).as(result.message()).isEqualTo(Status.NON_SMOOTH);
        }
    }

    @Test
    void aKinkFarBelowTheFirstGradientIsNoWrongGradient() {
        Straight mixed = new Straight(1, x -> Math.max(Math.pow(x[0], 4), Math.abs(x[0])), x ->
                new double[] {Math.abs(x[0]) > 1 ? 4 * Math.pow(x[0], 3) : sign(x[0])});
        Result result = Minimizers.lbfgs(5).minimize(mixed, -30);
        assertThat(result.status()).as(result.message()).isEqualTo(Status.NON_SMOOTH);
    }

    @Test
    void aGradientOfTheWrongSignIsNoKink() {
        OneVariable wrong = new OneVariable(x -> x * x, x -> -2 * x, x -> 2);
        assertAll(
                byAll(wrong, 1),
                Status.LINE_SEARCH_FAILED,
                "by differences of values over wide steps",
                "DerivativeCheck of ad-core names");
    }

    @Test
    void aGradientTooLargeToSquareIsNoRoundingFloor() {
        OneVariable steep = new OneVariable(
                x -> Math.exp(x * x), x -> 2 * x * Math.exp(x * x), x -> (2 + 4 * x * x) * Math.exp(x * x));
        List<Result> results = byAll(steep, 22);
        assertAll(results, Status.LINE_SEARCH_FAILED, "overflows", "divide the function by a constant");
        assertThat(results).allMatch(result -> result.evaluations() == 1);
    }

    @Test
    void aGradientTooSmallToSquareIsNoWrongGradient() {
        OneVariable flat = new OneVariable(x -> 1e-170 * x * x, x -> 2e-170 * x, x -> 2e-170);
        assertAll(byAll(flat, 1), Status.LINE_SEARCH_FAILED, "underflows to 0", "multiply the function by a constant");
    }

    @Test
    void theEndOfTheDomainIsNoRoundingFloor() {
        for (double beyond : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            OneVariable wall = new OneVariable(x -> x >= 0.5 ? x : beyond, x -> 1, x -> 0);
            assertAll(byAll(wall, 0.5), Status.LINE_SEARCH_FAILED, "is not finite", "at the end of the domain");
            assertAll(byAll(wall, 3), Status.LINE_SEARCH_FAILED, "is not finite", "at the end of the domain");
        }
    }

    @Test
    void aGradientThatEndsBeforeTheValueIsAWallToo() {
        OneVariable wall = new OneVariable(x -> x, x -> x >= 0.5 ? 1 : Double.NaN, x -> 0);
        assertAll(byAll(wall, 3), Status.LINE_SEARCH_FAILED, "is not finite", "at the end of the domain");
    }

    @Test
    void aSmoothFloorIsNoKink() {
        OneVariable raised = new OneVariable(x -> 1e8 + Math.cosh(x - Math.E), x -> Math.sinh(x - Math.E), Math::cosh);
        for (Result result : List.of(
                Minimizers.gradientDescentArmijo().tolerance(0).minimize(raised, 5),
                Minimizers.lbfgs(5).tolerance(0).minimize(raised, 5))) {
            assertThat(result.status()).as(result.message()).isIn(Status.ROUNDING_FLOOR, Status.CONVERGED);
        }
    }

    @Test
    void shortFixedStepsAreNoKink() {
        Result result = Minimizers.gradientDescent(1e-9).maxIterations(200).minimize(Quadratic.diagonal(1, 100), 1, 1);
        assertThat(result.status()).isEqualTo(Status.ITERATION_LIMIT);
    }

    @Test
    void aNarrowValleyIsNoKink() {
        // Steepest descent goes from wall to wall by 1e-8 without getting anywhere, and nothing is claimed.
        for (double[] start : new double[][] {{1e-8, 1}, {2e-8, 100}, {1, 1}}) {
            Result result =
                    Minimizers.gradientDescentArmijo().maxIterations(500).minimize(Quadratic.diagonal(1e8, 1), start);
            assertThat(result.status()).as(result.message()).isIn(Status.ITERATION_LIMIT, Status.CONVERGED);
            assertThat(!result.converged() || result.value() < 1e-12)
                    .as(result.message())
                    .isTrue();
        }
    }

    @Test
    void theFirstStepAcrossAValleyClaimsNothing() {
        for (double narrow : new double[] {1e6, 1e8, 1e10, 1e12}) {
            for (Result result : byAll(Quadratic.diagonal(narrow, 1), 1, 1).subList(1, 3)) {
                assertThat(result.converged()).as(result.message()).isTrue();
                assertThat(result.value()).as(result.message()).isLessThan(1e-12);
            }
        }
    }

    @Test
    void ripplesOfTheValueEndTheRunSoon() {
        DifferentiableFunction valley = new Rosenbrock(6);
        double height = 1e-6;
        DifferentiableFunction rippled = Functions.of(
                6,
                x -> valley.value(x)
                        + height
                                * Arrays.stream(x)
                                        .map(entry -> Math.sin(1e7 * entry))
                                        .sum(),
                (x, gradient) -> valley.valueAndGradient(x, gradient));
        double[] start = {-1.2, 1, -1.2, 1, -1.2, 1};
        for (Result result : List.of(
                Minimizers.bfgs().minimize(rippled, start), Minimizers.lbfgs(5).minimize(rippled, start))) {
            assertThat(result.status())
                    .as(result.message())
                    .isIn(Status.ROUNDING_FLOOR, Status.CONVERGED_TO_ROUNDING, Status.LINE_SEARCH_FAILED);
            assertThat(result.evaluations()).as(result.message()).isLessThan(2000);
        }
    }
}
