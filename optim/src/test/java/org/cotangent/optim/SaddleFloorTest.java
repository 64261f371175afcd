package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.trust.TrustRegionMinimizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trust regions leave saddles that are hard to see: by slopes below rounding, or beside a curvature that is rounding. */
class SaddleFloorTest {

    /** A function of few variables with its derivatives from jets. */
    private record Formula(int dimension, Function<Jet[], Jet> formula) implements TwiceDifferentiableFunction {

        private Jet at(double[] x) {
            Jet[] variables = new Jet[dimension];
            for (int i = 0; i < dimension; i++) {
                variables[i] = Jet.variable(x, i, 2);
            }
            return formula.apply(variables);
        }

        @Override
        public double value(double[] x) {
            return at(x).value();
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            Jet result = at(x);
            System.arraycopy(result.gradient(), 0, gradient, 0, dimension);
            return result.value();
        }

        @Override
        public void hessianVectorProduct(double[] x, double[] v, double[] product) {
            double[] hessian = at(x).hessian();
            for (int i = 0; i < dimension; i++) {
                product[i] = 0;
                for (int j = 0; j < dimension; j++) {
                    product[i] += hessian[i * dimension + j] * v[j];
                }
            }
        }
    }

    static Stream<TrustRegionMinimizer<TwiceDifferentiableFunction>> methods() {
        return Stream.concat(Stream.of(Minimizers.dogleg()), exactMethods());
    }

    /** Those that do not turn the Hessian convex. */
    static Stream<TrustRegionMinimizer<TwiceDifferentiableFunction>> exactMethods() {
        return Stream.of(Minimizers.trustRegion(), Minimizers.trustRegionSteihaug(), Minimizers.trustRegionGltr());
    }

    private static Jet plus(Jet x, double number) {
        return new Jet(x.value() + number, x.gradient(), x.hessian());
    }

    private static Jet exp(Jet x) {
        double result = Math.exp(x.value());
        return x.map(result, result, result);
    }

    private static Jet log(Jet x) {
        return x.map(Math.log(x.value()), 1 / x.value(), -1 / x.value() / x.value());
    }

    private static Jet times(double factor, Jet x) {
        return x.map(factor * x.value(), factor, 0);
    }

    /** 1000 + x² − y² + y⁴ where y² and its slope do not show, but the tolerance is not met. */
    @ParameterizedTest
    @MethodSource("methods")
    void leavesASaddleWhoseSlopeIsRounding(TrustRegionMinimizer<TwiceDifferentiableFunction> method) {
        Formula saddle = new Formula(2, x -> {
            Jet square = x[1].times(x[1]);
            return plus(x[0].times(x[0]).plus(-1, square).plus(1, square.times(square)), 1000);
        });
        Result result = method.tolerance(1e-12).minimize(saddle, 1e-8, 1e-9);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.value()).as(result.message()).isCloseTo(999.75, within(1e-9));
    }

    /** The negative logarithm of two normal distributions side by side. */
    private static Jet mixture(Jet[] x) {
        Jet share = Jet.constant(1, 3, 2).dividedBy(plus(exp(times(-1, x[0])), 1));
        Jet sum = Jet.constant(0, 3, 2);
        for (double datum : List.of(-3.0, -2.6, -2.0, -1.7, 1.1, 1.9, 2.2, 2.4, 3.1)) {
            Jet left = exp(times(-0.5, plus(x[1], -datum).times(plus(x[1], -datum))));
            Jet right = exp(times(-0.5, plus(x[2], -datum).times(plus(x[2], -datum))));
            Jet both = share.times(left).plus(1, plus(times(-1, share), 1).times(right));
            sum = sum.plus(-1, log(both));
        }
        return sum;
    }

    /**
     * Where both distributions are the same their shares change nothing, and the rounding of that curvature hides the
     * true one.
     */
    @ParameterizedTest
    @MethodSource("exactMethods")
    void leavesTheSymmetryOfAMixture(TrustRegionMinimizer<TwiceDifferentiableFunction> method) {
        Formula mixture = new Formula(3, SaddleFloorTest::mixture);
        double lowest = Minimizers.trustRegion().minimize(mixture, 0.1, -2, 2).value();
        for (double tolerance : List.of(1e-8, 1e-12)) {
            Result result = method.tolerance(tolerance).minimize(mixture, 0, 1, 1);
            assertThat(result.converged()).as(result.message()).isTrue();
            assertThat(result.value()).as(result.message()).isCloseTo(lowest, within(1e-9));
        }
    }
}
