package org.cotangent.examples.first;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Result;
import org.junit.jupiter.api.Test;

class PlainJavaTest {

    @Test
    void gradientIsTheOneDerivedByHand() {
        double[] x = {0.3, -1.1, 0.7};
        double[] gradient = new double[3];
        TwiceDifferentiableFunction f = PlainJavaDerivatives.rosenbrock(3);
        assertThat(f.valueAndGradient(x, gradient)).isEqualTo(PlainJava.rosenbrock(x));
        double first = -1.1 - 0.3 * 0.3;
        double second = 0.7 - 1.1 * 1.1;
        assertThat(gradient)
                .containsExactly(
                        new double[] {
                            -400 * 0.3 * first - 2 * (1 - 0.3),
                            200 * first + 400 * 1.1 * second - 2 * (1 + 1.1),
                            200 * second
                        },
                        within(1e-12));
    }

    @Test
    void derivativesAreThoseOfTheValues() {
        DerivativeCheck.of(PlainJavaDerivatives.rosenbrock(6))
                .atRandomPoints(42, 3, -1, 1)
                .orThrow();
    }

    @Test
    void valleyOfAThousandDimensionsIsWalkedToItsEnd() {
        Result result = PlainJava.minimize(PlainJavaDerivatives.rosenbrock(1000));
        assertThat(result.converged()).as(result.message()).isTrue();
        double farthest =
                Arrays.stream(result.point()).map(x -> Math.abs(x - 1)).max().orElseThrow();
        assertThat(farthest).isLessThan(1e-7);
    }
}
