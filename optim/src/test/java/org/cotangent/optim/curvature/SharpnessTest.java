package org.cotangent.optim.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.Minimizers;
import org.junit.jupiter.api.Test;

class SharpnessTest {

    /** x⁴ + 3y²: the curvature along x is 12 x², along y always 6. */
    private static final TwiceDifferentiableFunction BOWL = new TwiceDifferentiableFunction() {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double value(double[] x) {
            return Math.pow(x[0], 4) + 3 * x[1] * x[1];
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            gradient[0] = 4 * x[0] * x[0] * x[0];
            gradient[1] = 6 * x[1];
            return value(x);
        }

        @Override
        public void hessianVectorProduct(double[] x, double[] v, double[] product) {
            product[0] = 12 * x[0] * x[0] * v[0];
            product[1] = 6 * v[1];
        }
    };

    @Test
    void readsTheLargestCurvatureAlongARun() {
        Sharpness sharpness = Sharpness.every(1, BOWL);
        Minimizers.lbfgs(10).observer(sharpness).minimize(BOWL, 3, 1);
        assertThat(sharpness.readings()).hasSizeGreaterThan(3);
        Sharpness.Reading last = sharpness.readings().get(sharpness.readings().size() - 1);
        assertThat(last.largest().value()).isCloseTo(6, within(1e-6));
        assertThat(last.largest().vector()[1])
                .isCloseTo(Math.copySign(1, last.largest().vector()[1]), within(1e-6));
        assertThat(last.iteration()).isEqualTo(sharpness.readings().size());
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> Sharpness.every(0, BOWL)).hasMessageContaining("expected at least 1");
    }
}
