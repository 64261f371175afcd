package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StoppingRules;
import org.cotangent.optim.search.PathSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the infimum is at infinity, nothing is claimed however small the gradient becomes, and the message says why. */
class RunawayTest {

    private static final double[][] FEATURES = {{1, 2}, {2, 0.5}, {0.5, 0.5}, {-1, -2}, {-0.5, -1}, {-2, 0.2}};
    private static final double[] CLASSES = {1, 1, 1, -1, -1, -1};

    /** The logistic loss of two classes that a line separates. */
    private static final TwiceDifferentiableFunction SEPARABLE = Functions.of(
            2,
            w -> {
                double sum = 0;
                for (int i = 0; i < CLASSES.length; i++) {
                    sum += Math.log1p(Math.exp(-margin(w, i)));
                }
                return sum;
            },
            (w, gradient) -> {
                gradient[0] = 0;
                gradient[1] = 0;
                for (int i = 0; i < CLASSES.length; i++) {
                    add(-CLASSES[i] / (1 + Math.exp(margin(w, i))), FEATURES[i], gradient);
                }
            },
            (w, v, product) -> {
                product[0] = 0;
                product[1] = 0;
                for (int i = 0; i < CLASSES.length; i++) {
                    double along = FEATURES[i][0] * v[0] + FEATURES[i][1] * v[1];
                    double there = Math.exp(-margin(w, i));
                    add(along * there / (1 + there) / (1 + there), FEATURES[i], product);
                }
            });

    private static double margin(double[] w, int i) {
        return CLASSES[i] * (w[0] * FEATURES[i][0] + w[1] * FEATURES[i][1]);
    }

    private static void add(double factor, double[] row, double[] sum) {
        sum[0] += factor * row[0];
        sum[1] += factor * row[1];
    }

    private static TwiceDifferentiableFunction decay(double offset) {
        return new OneVariable(x -> offset + Math.exp(-x), x -> -Math.exp(-x), x -> Math.exp(-x));
    }

    private static TwiceDifferentiableFunction power(int exponent) {
        return new OneVariable(
                x -> Math.pow(x, exponent),
                x -> exponent * Math.pow(x, exponent - 1),
                x -> exponent * (exponent - 1) * Math.pow(x, exponent - 2));
    }

    private static final Map<String, Minimizer<? super TwiceDifferentiableFunction, Result>> METHODS = Map.of(
            "BFGS", Minimizers.bfgs(),
            "L-BFGS", Minimizers.lbfgs(10),
            "conjugate gradients", Minimizers.conjugateGradients(),
            "Newton", Minimizers.newton(),
            "Newton-CG", Minimizers.newtonCg(),
            "trust region", Minimizers.trustRegion(),
            "GLTR", Minimizers.trustRegionGltr(),
            "trust region, BFGS", Minimizers.trustRegionBfgs(),
            "trust region, SR1", Minimizers.trustRegionSr1(),
            "L-BFGS, 1e-6", Minimizers.lbfgs(10).tolerance(1e-6));

    static Stream<Arguments> methods() {
        return METHODS.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void nothingIsClaimedOnTheWayToInfinity(
            String name, Minimizer<? super TwiceDifferentiableFunction, Result> method) {
        assertRunsAway(method.minimize(decay(0), 0));
        assertRunsAway(method.minimize(decay(0), -3));
        assertRunsAway(method.minimize(SEPARABLE, 0, 0));
        assertRunsAway(method.minimize(SEPARABLE, 3, -1));
    }

    private static void assertRunsAway(Result result) {
        assertThat(result.status()).as(result.message()).isEqualTo(Status.RUNS_AWAY);
        assertThat(result.message()).contains("goes on falling").contains("add a penalty or a regularisation");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void minimaThatAreReachedSlowlyAreClaimed(
            String name, Minimizer<? super TwiceDifferentiableFunction, Result> method) {
        for (int exponent : new int[] {2, 4, 6}) {
            for (double start : new double[] {0.01, 0.5, -30}) {
                Result result = method.minimize(power(exponent), start);
                assertThat(result.converged()).as(result.message()).isTrue();
            }
        }
    }

    @Test
    void anOffsetDoesNotHideIt() {
        assertRunsAway(Minimizers.lbfgs(10).minimize(decay(0.25), 0));
        assertRunsAway(Minimizers.newton().minimize(decay(0.25), 0));
    }

    @Test
    void aValueOfOnesOwnIsReached() {
        Result result = Minimizers.lbfgs(10).stopWhen(StoppingRules.value(1e-3)).minimize(decay(0), 0);
        assertThat(result.status()).as(result.message()).isEqualTo(Status.CONVERGED);
    }

    @Test
    void withoutABudgetForALookTheClaimStands() {
        PathSearch<DifferentiableFunction> method = Minimizers.lbfgs(10).tolerance(1e-8);
        long spent = method.minimize(decay(0), 0).evaluations();
        Result result = method.maxEvaluations(spent - 3).minimize(decay(0), 0);
        assertThat(result.status()).as(result.message()).isEqualTo(Status.CONVERGED);
    }
}
