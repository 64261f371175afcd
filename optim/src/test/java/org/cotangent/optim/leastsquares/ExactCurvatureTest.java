package org.cotangent.optim.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.junit.jupiter.api.Test;

class ExactCurvatureTest {

    /** x y, x² and products with their Hessians, counted. */
    private static final class Counted implements TwiceDifferentiableVectorFunction {

        private int products;

        @Override
        public int inputDimension() {
            return 2;
        }

        @Override
        public int outputDimension() {
            return 2;
        }

        @Override
        public void value(double[] x, double[] y) {
            y[0] = x[0] * x[1];
            y[1] = x[0] * x[0];
        }

        @Override
        public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
            value(x, y);
            yDot[0] = xDot[0] * x[1] + x[0] * xDot[1];
            yDot[1] = 2 * x[0] * xDot[0];
        }

        @Override
        public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
            value(x, y);
            xBar[0] = yBar[0] * x[1] + 2 * x[0] * yBar[1];
            xBar[1] = yBar[0] * x[0];
        }

        @Override
        public void weightedHessianVectorProduct(double[] x, double[] w, double[] v, double[] product) {
            products++;
            product[0] = w[0] * v[1] + 2 * w[1] * v[0];
            product[1] = w[0] * v[0];
        }
    }

    private static ResidualEvaluation at(Counted function, double x, double y) {
        ResidualEvaluation evaluation = new ResidualEvaluation(function, Loss.squares());
        evaluation.overwrite()[0] = x;
        evaluation.point()[1] = y;
        return evaluation;
    }

    @Test
    void itIsTheWeightedSumOfHessians() {
        Counted function = new Counted();
        double[] matrix = new ExactCurvature(function).near(at(function, 3, 5), new double[] {1, 1});
        // r = (15, 9): 15 ∇²(x y) + 9 ∇²(x²).
        assertThat(matrix).containsExactly(new double[] {18, 15, 15, 0}, within(1e-12));
    }

    @Test
    void itIsKeptNearbyAndEvaluatedAnewFurtherAway() {
        Counted function = new Counted();
        ExactCurvature curvature = new ExactCurvature(function);
        double[] scale = {1, 1};
        double[] kept = curvature.near(at(function, 3, 5), scale);
        assertThat(curvature.near(at(function, 3.001, 5), scale)).isSameAs(kept);
        assertThat(function.products).isEqualTo(2);
        assertThat(curvature.near(at(function, 3.1, 5), scale)).isNotSameAs(kept);
        assertThat(function.products).isEqualTo(4);
        curvature.forget();
        curvature.near(at(function, 3.1, 5), scale);
        assertThat(function.products).isEqualTo(6);
    }
}
