package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.leastsquares.LeastSquaresMethod;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.trust.TrustRegionMinimizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions and residuals times powers of two as large and as small as doubles go. */
class ExtremeScalesTest {

    /** Steps that none of the runs comes near unless it creeps. */
    private static final long ENDLESS = 2_000;

    /**
     * (x − y)² + (1.5 − x (1 − y))² + (x y − 2)², which does not vanish; and Beale's function, which does, and from
     * (1, 1) a whole column of its Jacobian.
     */
    private static final Map<String, JetResiduals> PROBLEMS = new TreeMap<>(Map.of(
            "coupled",
            new JetResiduals(
                    2,
                    3,
                    x -> List.of(
                            x[0].plus(-1, x[1]),
                            minus(x[0].plus(-1, x[0].times(x[1])), 1.5),
                            minus(x[0].times(x[1]), 2))),
            "beale",
            new JetResiduals(2, 3, x -> List.of(beale(x, 1, 1.5), beale(x, 2, 2.25), beale(x, 3, 2.625)))));

    private static Jet minus(Jet x, double number) {
        return new Jet(x.value() - number, x.gradient(), x.hessian());
    }

    private static Jet beale(Jet[] x, int power, double datum) {
        Jet product = x[0];
        for (int k = 0; k < power; k++) {
            product = product.times(x[1]);
        }
        return minus(x[0].plus(-1, product), datum);
    }

    private static VectorFunction times(double factor, VectorFunction f) {
        int m = f.outputDimension();
        return Functions.of(
                f.inputDimension(),
                m,
                (x, y) -> {
                    f.value(x, y);
                    scale(factor, y);
                },
                (x, jacobian) -> {
                    f.jacobian(x, new double[m], jacobian);
                    scale(factor, jacobian);
                });
    }

    private static void scale(double factor, double[] vector) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }

    static Stream<LeastSquaresMethod> fits() {
        return Stream.of(Minimizers.levenbergMarquardt(), Minimizers.leastSquaresDogleg(), Minimizers.gaussNewton());
    }

    static Stream<TrustRegionMinimizer<? super TwiceDifferentiableFunction>> regions() {
        return Stream.of(
                Minimizers.trustRegion(),
                Minimizers.dogleg(),
                Minimizers.trustRegionBfgs(),
                Minimizers.trustRegionSr1(),
                Minimizers.trustRegionSteihaug(),
                Minimizers.trustRegionGltr());
    }

    private static int[] exponents(int largest) {
        return IntStream.iterate(-largest, k -> k <= largest, k -> k + 50).toArray();
    }

    /** Where squares stay within the range of doubles, the fit is the same. */
    @ParameterizedTest
    @MethodSource("fits")
    void residualsOfAnySizeAreFitted(LeastSquaresMethod method) {
        for (JetResiduals problem : PROBLEMS.values()) {
            double[] start = {1, 1};
            LeastSquaresResult expected = method.minimize(problem.first(), start);
            assertThat(expected.converged()).as(expected.message()).isTrue();
            for (int k : exponents(400)) {
                LeastSquaresResult result =
                        method.maxIterations(ENDLESS).minimize(times(Math.scalb(1.0, k), problem.first()), start);
                assertThat(result.converged())
                        .as("2^%d %s", k, result.message())
                        .isTrue();
                // Beale's residuals vanish, and a fit to the rounding of all of them does not win every digit.
                assertThat(result.point()).as("2^" + k).containsExactly(expected.point(), within(1e-9));
            }
        }
    }

    /** Beyond, a run may find nothing to do, but says so and claims nothing. */
    @ParameterizedTest
    @MethodSource("fits")
    void residualsBeyondAreNotClaimed(LeastSquaresMethod method) {
        for (JetResiduals problem : PROBLEMS.values()) {
            double[] minimum = method.minimize(problem.first(), 1, 1).point();
            for (int k : new int[] {-1060, -560, -520, -490, 490, 505, 515, 530, 1000}) {
                LeastSquaresResult result =
                        method.maxIterations(ENDLESS).minimize(times(Math.scalb(1.0, k), problem.first()), 1, 1);
                assertThat(result.status()).as(result.message()).isNotEqualTo(Status.ITERATION_LIMIT);
                if (result.converged()) {
                    assertThat(result.point())
                            .as("2^%d %s", k, result.message())
                            .containsExactly(minimum, within(1e-4));
                } else {
                    assertThat(result.message()).contains("Advice: ");
                }
            }
        }
    }

    /** Values up to 2^±900 leave room for what gradients and curvatures are larger. */
    @ParameterizedTest
    @MethodSource("regions")
    void valuesOfAnySizeAreMinimized(TrustRegionMinimizer<? super TwiceDifferentiableFunction> method) {
        TwiceDifferentiableFunction function = new Rosenbrock(2);
        for (int k : exponents(900)) {
            Result result = method.maxIterations(ENDLESS).minimize(new Multiple(Math.scalb(1.0, k), function), -1.2, 1);
            assertThat(result.converged()).as("2^%d %s", k, result.message()).isTrue();
            assertThat(result.point())
                    .as("2^%d %s", k, result.message())
                    .containsExactly(new double[] {1, 1}, within(1e-5));
        }
    }

    /** Where gradients overflow or values are subnormal, secant matrices creep to the limit of steps; none claims. */
    @ParameterizedTest
    @MethodSource("regions")
    void valuesBeyondAreNotClaimed(TrustRegionMinimizer<? super TwiceDifferentiableFunction> method) {
        for (int k : new int[] {-1074, -1060, -1040, -1000, 980, 1000, 1015, 1023}) {
            Result result = method.maxIterations(ENDLESS)
                    .minimize(new Multiple(Math.scalb(1.0, k), new Rosenbrock(2)), -1.2, 1);
            if (result.converged()) {
                // Where a value of 2^-1000 and less underflows, it is at its minimum.
                double reached = new Rosenbrock(2).value(result.point());
                assertThat(reached).as("2^%d %s", k, result.message()).isLessThan(1e-3);
            }
        }
    }
}
