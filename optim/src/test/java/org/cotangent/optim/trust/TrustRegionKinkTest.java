package org.cotangent.optim.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrustRegionKinkTest {

    /** |x| + 2 |y − 1|: flat between its kinks. */
    private record Roof() implements TwiceDifferentiableFunction {

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double value(double[] x) {
            return Math.abs(x[0]) + 2 * Math.abs(x[1] - 1);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            gradient[0] = Math.signum(x[0]);
            gradient[1] = 2 * Math.signum(x[1] - 1);
            return value(x);
        }

        @Override
        public void hessianVectorProduct(double[] x, double[] v, double[] product) {
            product[0] = 0;
            product[1] = 0;
        }
    }

    static Stream<Minimizer<? super TwiceDifferentiableFunction, Result>> methods() {
        return Stream.of(Minimizers.trustRegion(), Minimizers.dogleg(), Minimizers.trustRegionSteihaug());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void kinksAreToldFromRounding(Minimizer<? super TwiceDifferentiableFunction, Result> method) {
        for (double[] start : new double[][] {{1, 0.3}, {5, -4}, {3, 3}}) {
            Result result = method.minimize(new Roof(), start);
            assertThat(result.status()).as(result.message()).isEqualTo(Status.NON_SMOOTH);
        }
    }
}
