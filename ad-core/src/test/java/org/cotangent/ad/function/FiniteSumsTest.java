package org.cotangent.ad.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiniteSumsTest {

    private static final double TOLERANCE = 1e-12;
    private static final int SIZE = 300;

    /** ½ (sin(i) x₀ + x₁ − i)² + ½ ⋅ 0.1 x₀², example by example. */
    private static TwiceDifferentiableFunction example(int i) {
        return Functions.of(
                2,
                x -> 0.5 * Math.pow(Math.sin(i) * x[0] + x[1] - i, 2) + 0.05 * x[0] * x[0],
                (x, gradient) -> {
                    double residual = Math.sin(i) * x[0] + x[1] - i;
                    gradient[0] = Math.sin(i) * residual + 0.1 * x[0];
                    gradient[1] = residual;
                },
                (x, v, product) -> {
                    double slope = Math.sin(i) * v[0] + v[1];
                    product[0] = Math.sin(i) * slope + 0.1 * v[0];
                    product[1] = slope;
                });
    }

    private static TwiceDifferentiableFunction meanOf(int[] batch) {
        TwiceDifferentiableSum sum = FiniteSums.twiceOf(examples());
        return Functions.of(
                2,
                x -> sum.value(x, batch) / batch.length,
                (x, gradient) -> {
                    sum.valueAndGradient(x, batch, gradient);
                    Products.divide(gradient, batch.length);
                },
                (x, v, product) -> {
                    sum.hessianVectorProduct(x, batch, v, product);
                    Products.divide(product, batch.length);
                });
    }

    private static List<TwiceDifferentiableFunction> examples() {
        return IntStream.range(0, SIZE).mapToObj(FiniteSumsTest::example).toList();
    }

    private final TwiceDifferentiableSum byExample = FiniteSums.twiceOf(examples());
    private final TwiceDifferentiableSum byMeans = FiniteSums.twiceOfMeans(SIZE, 2, FiniteSumsTest::meanOf);
    private final double[] x = {0.5, -2};

    /** Σ over 0, 1, 1 of the closed form. */
    @Test
    void aBatchIsTheSumOfItsExamples() {
        int[] batch = {0, 1, 1};
        double r0 = -2;
        double r1 = Math.sin(1) * 0.5 - 3;
        double value = 0.5 * r0 * r0 + r1 * r1 + 3 * 0.05 * 0.25;
        double[] expected = {2 * Math.sin(1) * r1 + 3 * 0.05, r0 + 2 * r1};
        double slope = Math.sin(1) * 3 + 1;
        double[] curved = {2 * Math.sin(1) * slope + 3 * 0.1 * 3, 1 + 2 * slope};
        for (TwiceDifferentiableSum sum : List.of(byExample, byMeans)) {
            double[] gradient = {9, 9};
            assertThat(sum.value(x, batch)).isCloseTo(value, offset(TOLERANCE));
            assertThat(sum.valueAndGradient(x, batch, gradient)).isCloseTo(value, offset(TOLERANCE));
            assertThat(gradient).containsExactly(expected, offset(TOLERANCE));
            double[] product = {9, 9};
            sum.hessianVectorProduct(x, batch, new double[] {3, 1}, product);
            assertThat(product).containsExactly(curved, offset(TOLERANCE));
        }
    }

    @Test
    void emptyBatchesSumToZero() {
        for (TwiceDifferentiableSum sum : List.of(byExample, byMeans)) {
            double[] gradient = {9, 9};
            assertThat(sum.value(x, new int[0])).isZero();
            assertThat(sum.valueAndGradient(x, new int[0], gradient)).isZero();
            assertThat(gradient).containsExactly(0, 0);
            gradient[0] = 9;
            sum.hessianVectorProduct(x, new int[0], new double[] {1, 1}, gradient);
            assertThat(gradient).containsExactly(0, 0);
        }
    }

    @Test
    void gradientsComeOneByOne() {
        double[][] gradients = new double[2][2];
        byMeans.gradients(x, new int[] {7, 299}, gradients);
        double[] expected = new double[2];
        example(7).valueAndGradient(x, expected);
        assertThat(gradients[0]).containsExactly(expected, offset(TOLERANCE));
        example(299).valueAndGradient(x, expected);
        assertThat(gradients[1]).containsExactly(expected, offset(TOLERANCE));
    }

    @Test
    void theMeanIsOverAllExamplesInAnyNumberOfThreads() {
        double[] gradient = new double[2];
        double[] product = new double[2];
        double sum = 0;
        double slope = 0;
        double curvature = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += example(i).valueAndGradient(x, gradient);
            slope += gradient[1];
            example(i).hessianVectorProduct(x, new double[] {1, 0}, product);
            curvature += product[0];
        }
        for (int threads : new int[] {1, 2, 8}) {
            TwiceDifferentiableFunction mean = FiniteSums.mean(byExample, Summation.threads(threads));
            assertThat(mean.dimension()).isEqualTo(2);
            assertThat(mean.value(x)).isCloseTo(sum / SIZE, offset(1e-9));
            assertThat(mean.valueAndGradient(x, gradient)).isCloseTo(sum / SIZE, offset(1e-9));
            assertThat(gradient[1]).isCloseTo(slope / SIZE, offset(1e-9));
            mean.hessianVectorProduct(x, new double[] {1, 0}, product);
            assertThat(product[0]).isCloseTo(curvature / SIZE, offset(1e-9));
            double[] point = x.clone();
            LinearOperator hessian = mean.hessianAt(point);
            point[0] = Double.NaN;
            double[] same = new double[2];
            hessian.apply(new double[] {1, 0}, same);
            assertThat(same).containsExactly(product);
        }
    }

    @Test
    void gaussNewtonTakesThePlaceOfTheHessian() {
        GaussNewtonSum sum = new GaussNewtonSum() {
            @Override
            public int size() {
                return SIZE;
            }

            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public double value(double[] point, int[] batch) {
                return byExample.value(point, batch);
            }

            @Override
            public double valueAndGradient(double[] point, int[] batch, double[] gradient) {
                return byExample.valueAndGradient(point, batch, gradient);
            }

            @Override
            public void gaussNewtonProduct(double[] point, int[] batch, double[] v, double[] product) {
                byExample.hessianVectorProduct(point, batch, v, product);
            }
        };
        double[] expected = new double[2];
        double[] product = new double[2];
        double[] v = {1, -1};
        FiniteSums.mean(byExample, Summation.sequential()).hessianVectorProduct(x, v, expected);
        TwiceDifferentiableFunction mean = FiniteSums.gaussNewtonMean(sum, Summation.threads(2));
        mean.hessianVectorProduct(x, v, product);
        assertThat(product).containsExactly(expected);
        mean.hessianAt(x).apply(v, product);
        assertThat(product).containsExactly(expected);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> byExample.value(x, new int[] {0, 300}))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("batch[1] is 300, expected 0 to 299, as there are 300 examples");
        assertThatThrownBy(() -> byMeans.valueAndGradient(x, new int[] {-1}, new double[2]))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byExample.value(new double[3], new int[] {0}))
                .withMessageContaining("point has length 3, expected 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byMeans.valueAndGradient(x, new int[] {0}, x))
                .withMessageContaining("same array");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byMeans.gradients(x, new int[] {0}, new double[2][2]))
                .withMessageContaining("1 examples and 2 rows of gradients");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteSums.of(List.of()))
                .withMessageContaining("0 examples");
        DifferentiableFunction other = Functions.of(3, p -> 0, (p, gradient) -> {});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteSums.of(List.of(example(0), other)))
                .withMessageContaining("example 1 has dimension 3, expected 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteSums.ofMeans(5, 2, batch -> other).value(x, new int[] {0}))
                .withMessageContaining("dimension 3, expected 2");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> FiniteSums.ofMeans(5, 2, batch -> null).value(x, new int[] {0}))
                .withMessageContaining("meanOf returned null, expected the mean");
        assertThatNullPointerException()
                .isThrownBy(() -> byMeans.value(x, null))
                .withMessageContaining("batch is null");
        assertThatNullPointerException()
                .isThrownBy(() -> FiniteSums.of(null))
                .withMessageContaining("examples is null");
        assertThatNullPointerException()
                .isThrownBy(() -> FiniteSums.twiceOf(Arrays.asList(example(0), null)))
                .withMessageContaining("example 1 is null");
    }
}
