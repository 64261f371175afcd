package org.cotangent.optim.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Observer;
import org.cotangent.optim.run.StoppingRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In units of their sizes badly scaled variables take the path of well scaled ones, to the bit. */
class TypicalSizesTest {

    private static final double[] SIZES = {0x1p20, 0x1p-10, 1, 0x1p7};
    private static final double[] ONES = {1, 1, 1, 1};

    /** A quadratic that couples its variables, plus a quartic, of x / sizes. */
    private record Valley(double[] sizes) implements TwiceDifferentiableFunction {

        @Override
        public int dimension() {
            return sizes.length;
        }

        private double at(double[] x, int i) {
            return x[i] / sizes[i];
        }

        @Override
        public double value(double[] x) {
            return valueAndGradient(x, new double[sizes.length]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            double sum = 0;
            Arrays.fill(gradient, 0);
            for (int i = 0; i + 1 < sizes.length; i++) {
                double valley = at(x, i + 1) - at(x, i) * at(x, i);
                double slope = 1 - at(x, i);
                sum += 10 * valley * valley + slope * slope;
                gradient[i] += (-40 * valley * at(x, i) - 2 * slope) / sizes[i];
                gradient[i + 1] += 20 * valley / sizes[i + 1];
            }
            return sum;
        }

        @Override
        public void hessianVectorProduct(double[] x, double[] v, double[] product) {
            Arrays.fill(product, 0);
            for (int i = 0; i + 1 < sizes.length; i++) {
                double u = at(x, i);
                double vi = at(v, i);
                double next = at(v, i + 1);
                product[i] += ((120 * u * u - 40 * at(x, i + 1) + 2) * vi - 40 * u * next) / sizes[i];
                product[i + 1] += (20 * next - 40 * u * vi) / sizes[i + 1];
            }
        }
    }

    private static double[] start(double[] sizes) {
        double[] start = {-1.25, 1, -0.5, 2};
        for (int i = 0; i < start.length; i++) {
            start[i] *= sizes[i];
        }
        return start;
    }

    /** All accepted points, in units of the sizes. */
    private static List<double[]> path(PathSearch<? super TwiceDifferentiableFunction> method, double[] sizes) {
        List<double[]> points = new ArrayList<>();
        method.maxIterations(40)
                .stopWhen(StoppingRules.value(1e-20))
                .observer(iterate -> {
                    double[] point = iterate.point();
                    for (int i = 0; i < point.length; i++) {
                        point[i] /= sizes[i];
                    }
                    points.add(point);
                    return Observer.Decision.CONTINUE;
                })
                .minimize(new Valley(sizes), start(sizes));
        return points;
    }

    static List<PathSearch<? super TwiceDifferentiableFunction>> methods() {
        return List.of(
                Minimizers.barzilaiBorwein(),
                Minimizers.bfgs(),
                Minimizers.conjugateGradients(),
                Minimizers.conjugateGradients(Beta.HAGER_ZHANG),
                Minimizers.gradientDescent(0.01),
                Minimizers.gradientDescentArmijo(),
                Minimizers.heavyBall(0.01, 0.5),
                Minimizers.lbfgs(3),
                Minimizers.nesterov(0.01),
                Minimizers.newton(),
                Minimizers.newtonCg());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void badlyScaledVariablesTakeThePathOfWellScaledOnes(PathSearch<? super TwiceDifferentiableFunction> method) {
        List<double[]> expected = path(method, ONES);
        assertThat(expected).hasSizeGreaterThan(5);
        List<double[]> scaled = path(method.typicalSizes(SIZES), SIZES);
        assertThat(scaled).hasSameSizeAs(expected);
        for (int k = 0; k < expected.size(); k++) {
            assertThat(scaled.get(k)).as("iterate " + (k + 1)).containsExactly(expected.get(k));
        }
    }

    @Test
    void sizesCountToTheNearestPowerOfTwoBelow() {
        List<double[]> expected = path(Minimizers.lbfgs(3).typicalSizes(SIZES), SIZES);
        List<double[]> rough = path(Minimizers.lbfgs(3).typicalSizes(1.5 * 0x1p20, 1.1 * 0x1p-10, 1.9, 0x1p7), SIZES);
        assertThat(rough.get(rough.size() - 1)).containsExactly(expected.get(expected.size() - 1));
    }

    @Test
    void withoutThemTheGradientLeadsAstray() {
        assertThat(path(Minimizers.lbfgs(3), SIZES).get(5))
                .isNotEqualTo(path(Minimizers.lbfgs(3), ONES).get(5));
    }

    @Test
    void badSizesAreRefused() {
        assertThatThrownBy(() -> Minimizers.bfgs().typicalSizes(1, -2)).hasMessageContaining("typical size 1 is -2.0");
        assertThatThrownBy(() -> Minimizers.bfgs().typicalSizes(1, 2).minimize(new Valley(ONES), ONES))
                .hasMessageContaining("typical sizes");
    }
}
