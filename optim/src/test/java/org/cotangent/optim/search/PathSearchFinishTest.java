package org.cotangent.optim.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The digits of the point that a search cannot see in the value, won by a finish. */
class PathSearchFinishTest {

    private static final int N = 5;
    private static final double OFFSET = 1e3;
    private static final double[] START = {11, 11, 11, 11, 11};

    /** offset + Σ cᵢ (exp(xᵢ) − kᵢ xᵢ) with c from 1e-5 to 0.1, lowest at log k near 12, where no double makes the gradient 0. */
    private record Exponentials() implements TwiceDifferentiableFunction {

        @Override
        public int dimension() {
            return N;
        }

        private static double curvature(int i) {
            return Math.pow(10, i - 5);
        }

        private static double slope(int i) {
            return 1e5 * (1.1 + i / 3.0);
        }

        private static double minimum(int i) {
            return Math.log(slope(i));
        }

        @Override
        public double value(double[] x) {
            return valueAndGradient(x, new double[N]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            double sum = OFFSET;
            for (int i = 0; i < N; i++) {
                double power = Math.exp(x[i]);
                sum += curvature(i) * (power - slope(i) * x[i]);
                gradient[i] = curvature(i) * (power - slope(i));
            }
            return sum;
        }

        @Override
        public void hessianVectorProduct(double[] x, double[] v, double[] product) {
            for (int i = 0; i < N; i++) {
                product[i] = curvature(i) * Math.exp(x[i]) * v[i];
            }
        }
    }

    private static double error(Result result) {
        double largest = 0;
        for (int i = 0; i < N; i++) {
            largest = Math.max(largest, Math.abs(result.point()[i] - Exponentials.minimum(i)));
        }
        return largest;
    }

    static Stream<PathSearch<? super TwiceDifferentiableFunction>> methods() {
        return Stream.of(
                Minimizers.barzilaiBorwein(),
                Minimizers.bfgs(),
                Minimizers.conjugateGradients(),
                Minimizers.lbfgs(5),
                Minimizers.newton(),
                Minimizers.newtonCg());
    }

    /** Half the digits are what a tolerance of 1e-4 leaves. */
    @ParameterizedTest
    @MethodSource("methods")
    void theFinishWinsTheLastDigits(PathSearch<? super TwiceDifferentiableFunction> method) {
        Result finished = method.tolerance(1e-4).withFinish().minimize(new Exponentials(), START);
        assertThat(finished.converged()).as(finished.message()).isTrue();
        assertThat(error(finished)).isLessThan(4 * Math.ulp(12.0));
    }

    @Test
    void withoutItTheyStayAway() {
        Result rough =
                Minimizers.lbfgs(5).withFinish().withoutFinish().tolerance(1e-4).minimize(new Exponentials(), START);
        assertThat(rough.converged()).isTrue();
        assertThat(error(rough)).isGreaterThan(1e-9);
        assertThat(rough.counts().hessians()).isZero();
    }

    /** Where the gradient cannot be computed to the tolerance, the Newton step tells what was reached. */
    @Test
    void theFinishClaimsWhatTheGradientCannot() {
        Result finished = Minimizers.bfgs().tolerance(1e-8).withFinish().minimize(new Tall(), START);
        assertThat(finished.gradientNorm()).isGreaterThan(1e-8);
        assertThat(finished.status()).as(finished.message()).isEqualTo(Status.CONVERGED);
        assertThat(finished.reason()).startsWith("relative model step");
        assertThat(error(finished)).isLessThan(4 * Math.ulp(12.0));
    }

    /** The same times 1e12. */
    private record Tall() implements TwiceDifferentiableFunction {

        private static final double FACTOR = 1e12;
        private static final Exponentials UNIT = new Exponentials();

        @Override
        public int dimension() {
            return N;
        }

        @Override
        public double value(double[] x) {
            return FACTOR * UNIT.value(x);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            double value = FACTOR * UNIT.valueAndGradient(x, gradient);
            Arrays.setAll(gradient, i -> FACTOR * gradient[i]);
            return value;
        }

        @Override
        public void hessianVectorProduct(double[] x, double[] v, double[] product) {
            UNIT.hessianVectorProduct(x, v, product);
            Arrays.setAll(product, i -> FACTOR * product[i]);
        }
    }

    /** A quartic in one variable is singular at its minimum: no step passes the guards, and the search's point stays. */
    @Test
    void whatFailsTheGuardsIsNotTaken() {
        TwiceDifferentiableFunction quartic = new TwiceDifferentiableFunction() {
            @Override
            public int dimension() {
                return 1;
            }

            @Override
            public double value(double[] x) {
                return Math.pow(x[0], 4);
            }

            @Override
            public double valueAndGradient(double[] x, double[] gradient) {
                gradient[0] = 4 * Math.pow(x[0], 3);
                return value(x);
            }

            @Override
            public void hessianVectorProduct(double[] x, double[] v, double[] product) {
                product[0] = 12 * x[0] * x[0] * v[0];
            }
        };
        Result rough = Minimizers.lbfgs(5).tolerance(1e-6).minimize(quartic, 1);
        Result finished = Minimizers.lbfgs(5).tolerance(1e-6).withFinish().minimize(quartic, 1);
        assertThat(finished.converged()).isTrue();
        assertThat(finished.point()).containsExactly(rough.point());
    }
}
