package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Points where second derivatives vanish: minima are claimed, with what was looked at, and others are left. */
class DegeneratePointsTest {

    /** Σ over terms of a polynomial: a coefficient and an exponent for each variable. */
    private record Polynomial(int dimension, double[]... terms) implements TwiceDifferentiableFunction {

        /** A product of powers, each differentiated as often as told. */
        private static double term(double[] term, double[] x, int first, int second) {
            double product = term[0];
            for (int i = 0; i < x.length; i++) {
                int power = (int) term[i + 1];
                int times = (i == first ? 1 : 0) + (i == second ? 1 : 0);
                for (int k = 0; k < times; k++) {
                    product *= power - k;
                }
                product *= power < times ? 0 : Math.pow(x[i], power - times);
            }
            return product;
        }

        private double sum(double[] x, int first, int second) {
            double sum = 0;
            for (double[] term : terms) {
                sum += term(term, x, first, second);
            }
            return sum;
        }

        @Override
        public double value(double[] x) {
            return sum(x, -1, -1);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            for (int i = 0; i < dimension; i++) {
                gradient[i] = sum(x, i, -1);
            }
            return value(x);
        }

        @Override
        public void hessianVectorProduct(double[] x, double[] v, double[] product) {
            for (int i = 0; i < dimension; i++) {
                product[i] = 0;
                for (int j = 0; j < dimension; j++) {
                    product[i] += sum(x, i, j) * v[j];
                }
            }
        }
    }

    private static double[] of(double... coefficientAndPowers) {
        return coefficientAndPowers;
    }

    private static final Map<String, BiFunction<TwiceDifferentiableFunction, double[], Result>> METHODS = Map.of(
            "Newton", by(Minimizers.newton()),
            "Newton, 1e-12", by(Minimizers.newton().tolerance(1e-12)),
            "Newton-CG", by(Minimizers.newtonCg()),
            "trust region", by(Minimizers.trustRegion()),
            "trust region, no finish", by(Minimizers.trustRegion().withoutFinish()),
            "dogleg", by(Minimizers.dogleg()),
            "Steihaug", by(Minimizers.trustRegionSteihaug()),
            "GLTR", by(Minimizers.trustRegionGltr()),
            "GLTR, 1e-12", by(Minimizers.trustRegionGltr().tolerance(1e-12)));

    private static BiFunction<TwiceDifferentiableFunction, double[], Result> by(
            Minimizer<TwiceDifferentiableFunction, Result> method) {
        return method::minimize;
    }

    /** A function, where to begin, and its least value in closed form. */
    private record Case(String name, Polynomial function, double least, double[]... starts) {}

    private static final List<Case> NO_MINIMA = List.of(
            new Case("a maximum of fourth order", new Polynomial(1, of(-1, 4), of(1, 6)), -4.0 / 27, new double[] {0}),
            // r³ cos 3φ + r⁴: least at cos 3φ = −1, r = 3/4.
            new Case(
                    "a monkey saddle",
                    new Polynomial(2, of(1, 3, 0), of(-3, 1, 2), of(1, 4, 0), of(2, 2, 2), of(1, 0, 4)),
                    -27.0 / 256,
                    new double[] {0, 0}),
            new Case(
                    "an inflection",
                    new Polynomial(1, of(1, 3), of(1, 4)),
                    -27.0 / 256,
                    new double[] {0},
                    new double[] {1},
                    new double[] {2}),
            new Case(
                    "an inflection across a valley",
                    new Polynomial(2, of(1, 3, 0), of(1, 4, 0), of(1, 0, 2)),
                    -27.0 / 256,
                    new double[] {0, 0},
                    new double[] {0, 1},
                    new double[] {1, 1},
                    new double[] {1e-5, 3}),
            new Case(
                    "a flat ridge across a valley, raised",
                    new Polynomial(2, of(1000, 0, 0), of(1, 2, 0), of(-1, 0, 4), of(1, 0, 6)),
                    1000 - 4.0 / 27,
                    new double[] {0, 0},
                    new double[] {3, 0}),
            new Case(
                    "no second derivative at all",
                    new Polynomial(2, of(1, 2, 2), of(-1, 0, 4), of(1, 0, 6), of(1, 6, 0)),
                    -4.0 / 27,
                    new double[] {0, 0}),
            // (xyz − 1)², whose axes are level.
            new Case("a product", new Polynomial(3, of(1, 2, 2, 2), of(-2, 1, 1, 1), of(1, 0, 0, 0)), 0, new double[] {
                0, 0, 0
            }));

    private static final List<Case> MINIMA = List.of(
            new Case("fourth order", new Polynomial(1, of(1, 4)), 0, new double[] {0}, new double[] {1}),
            new Case(
                    "fourth order across a valley",
                    new Polynomial(2, of(1, 4, 0), of(1, 0, 2)),
                    0,
                    new double[] {0, 0},
                    new double[] {3, -2}),
            // (xy − 1)²: a curve of minima.
            new Case(
                    "a curve of minima",
                    new Polynomial(2, of(1, 2, 2), of(-2, 1, 1), of(1, 0, 0)),
                    0,
                    new double[] {2, 3},
                    new double[] {-1, -4}),
            // (x + y − 3)² + (z − 1)²: a line of them.
            new Case(
                    "a gauge",
                    new Polynomial(
                            3,
                            of(1, 2, 0, 0),
                            of(2, 1, 1, 0),
                            of(1, 0, 2, 0),
                            of(-6, 1, 0, 0),
                            of(-6, 0, 1, 0),
                            of(10, 0, 0, 0),
                            of(1, 0, 0, 2),
                            of(-2, 0, 0, 1)),
                    0,
                    new double[] {5, -1, 4}));

    private static Stream<Arguments> runs(List<Case> cases) {
        return cases.stream()
                .flatMap(one -> METHODS.keySet().stream().map(method -> Arguments.of(one.name(), method, one)));
    }

    static Stream<Arguments> noMinima() {
        return runs(NO_MINIMA);
    }

    static Stream<Arguments> minima() {
        return runs(MINIMA);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("noMinima")
    void whatIsNoMinimumIsLeft(String name, String method, Case one) {
        for (double[] start : one.starts()) {
            Result result = METHODS.get(method).apply(one.function(), start);
            assertThat(result.converged()).as(result.message()).isTrue();
            assertThat(result.value()).as(result.message()).isCloseTo(one.least(), within(1e-9));
            assertThat(result.evaluations()).as(result.message()).isLessThan(300);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("minima")
    void minimaAreClaimedCheaply(String name, String method, Case one) {
        for (double[] start : one.starts()) {
            Result result = METHODS.get(method).apply(one.function(), start);
            assertThat(result.converged()).as(result.message()).isTrue();
            assertThat(result.value()).as(result.message()).isCloseTo(one.least(), within(1e-9));
            assertThat(result.evaluations()).as(result.message()).isLessThan(150);
            assertThat(result.certificate().probed()).as(result.message()).isPositive();
            assertThat(result.message()).contains("the value falls along none of");
        }
    }

    @Test
    void anOrdinaryMinimumCostsNoProbe() {
        Result result = Minimizers.trustRegion().withoutFinish().minimize(new Rosenbrock(2), -1.2, 1);
        assertThat(result.certificate().probed()).isZero();
    }

    @Test
    void aFallWithoutEndIsUnbounded() {
        for (Polynomial fall : List.of(new Polynomial(1, of(1, 3)), new Polynomial(1, of(-1, 4)))) {
            for (var method : METHODS.values()) {
                Result result = method.apply(fall, new double[] {0});
                assertThat(result.status()).as(result.message()).isEqualTo(Status.UNBOUNDED);
            }
        }
    }

    @Test
    void withoutABudgetForALookTheClaimStands() {
        Result result = Minimizers.trustRegion().maxEvaluations(3).minimize(new Polynomial(1, of(1, 4)), 0);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.certificate().probed()).isZero();
    }
}
