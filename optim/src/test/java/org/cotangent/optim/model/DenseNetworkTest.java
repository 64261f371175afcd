package org.cotangent.optim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.data.Offset.offset;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.Summation;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DenseNetworkTest {

    private static final double TOLERANCE = 1e-13;
    private static final int SIZE = 12;
    private static final int[] BATCH = {0, 3, 3, 11};

    private final double[][] inputs = TanhNetwork.inputs(SIZE, 2, 5);
    private final SoftmaxCrossEntropy loss =
            new SoftmaxCrossEntropy(IntStream.range(0, SIZE).map(i -> i % 3).toArray(), 3);

    private static double[] random(int length, long seed) {
        return new SplittableRandom(seed).doubles(length, -1, 1).toArray();
    }

    /** The same network as a model of vector functions, written apart from this one. */
    @Test
    void oneHiddenLayerIsTheModelThatItSaysItIs() {
        DenseNetwork network = new DenseNetwork(inputs, new int[] {4}, Activation.TANH, loss);
        ModelSum model = new ModelSum(TanhNetwork.of(inputs, 4, 3), loss);
        int n = model.dimension();
        assertThat(network.dimension()).isEqualTo(n);
        double[] x = random(n, 1);
        double[] v = random(n, 2);
        double[] expected = new double[n];
        double[] found = new double[n];
        assertThat(network.value(x, BATCH)).isCloseTo(model.value(x, BATCH), offset(TOLERANCE));
        assertThat(network.valueAndGradient(x, BATCH, found))
                .isCloseTo(model.valueAndGradient(x, BATCH, expected), offset(TOLERANCE));
        assertThat(found).containsExactly(expected, offset(TOLERANCE));
        model.gaussNewtonProduct(x, BATCH, v, expected);
        network.gaussNewtonProduct(x, BATCH, v, found);
        assertThat(found).containsExactly(expected, offset(TOLERANCE));
        network.fisherProduct(x, BATCH, v, found);
        assertThat(found).containsExactly(expected, offset(TOLERANCE));
    }

    /** Central differences of the value: error 1e-9 for steps of 1e-5, away from the kink. */
    @ParameterizedTest
    @EnumSource(Activation.class)
    void gradientsOfDeepNetworksAreSlopes(Activation activation) {
        DenseNetwork network = new DenseNetwork(inputs, new int[] {4, 3, 5}, activation, loss);
        double[] x = random(network.dimension(), 3);
        double[] gradient = new double[x.length];
        network.valueAndGradient(x, BATCH, gradient);
        for (int j = 0; j < x.length; j++) {
            double[] right = x.clone();
            double[] left = x.clone();
            right[j] += 1e-5;
            left[j] -= 1e-5;
            double slope = (network.value(right, BATCH) - network.value(left, BATCH)) / 2e-5;
            assertThat(gradient[j]).isCloseTo(slope, offset(1e-8));
        }
    }

    /** For one example, the Fisher block of a layer is (ā āᵀ) ⊗ (g gᵀ) without approximation. */
    @Test
    void activationsAndSignalsMakeTheFisherMatrix() {
        DenseNetwork network = new DenseNetwork(inputs, new int[] {3}, Activation.TANH, loss);
        double[] x = random(network.dimension(), 4);
        int[] one = {5};
        for (int layer = 0; layer < 2; layer++) {
            DenseLayer shape = network.layers().get(layer);
            double[] v = new double[x.length];
            System.arraycopy(random(x.length, 6), 0, v, shape.from(), shape.to() - shape.from());
            double[] expected = new double[x.length];
            network.fisherProduct(x, one, v, expected);
            double[] product = new double[x.length];
            network.visit(x, one, new BlockProduct(layer, shape, v, product));
            for (int j = shape.from(); j < shape.to(); j++) {
                assertThat(product[j]).isCloseTo(expected[j], offset(TOLERANCE));
            }
        }
    }

    /** Adds g gᵀ V ā āᵀ, V the part of a vector as a matrix. */
    private static final class BlockProduct implements LayeredModel.LayerVisitor {

        private final int layer;
        private final DenseLayer shape;
        private final double[] v;
        private final double[] product;
        private double[] activation = {};

        BlockProduct(int layer, DenseLayer shape, double[] v, double[] product) {
            this.layer = layer;
            this.shape = shape;
            this.v = v;
            this.product = product;
        }

        @Override
        public void activations(int index, int rows, double[] values) {
            if (index == layer) {
                activation = values.clone();
            }
        }

        @Override
        public void signals(int index, int rows, double[] g) {
            if (index != layer) {
                return;
            }
            double sum = 0;
            for (int u = 0; u < g.length; u++) {
                double row = v[shape.offsets() + u];
                for (int j = 0; j < activation.length; j++) {
                    row += v[shape.from() + u * activation.length + j] * activation[j];
                }
                sum += g[u] * row;
            }
            for (int u = 0; u < g.length; u++) {
                for (int j = 0; j < activation.length; j++) {
                    product[shape.from() + u * activation.length + j] += sum * g[u] * activation[j];
                }
                product[shape.offsets() + u] += sum * g[u];
            }
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenseNetwork(TanhNetwork.inputs(3, 2, 1), new int[] {4}, Activation.TANH, loss))
                .withMessageContaining("3 rows of inputs and 12 examples of the loss");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenseNetwork(inputs, new int[] {0}, Activation.TANH, loss))
                .withMessageContaining("0 outputs");
    }

    /** Central differences of the gradient: error 1e-9 for steps of 1e-6, away from the kink. */
    @ParameterizedTest
    @EnumSource(Activation.class)
    void hessianProductsAreSlopesOfGradients(Activation activation) {
        DenseNetwork network = new DenseNetwork(inputs, new int[] {4, 3, 5}, activation, loss).penalty(0.3);
        int n = network.dimension();
        double[] x = random(n, 3);
        double[] v = random(n, 4);
        double[] product = new double[n];
        network.hessianVectorProduct(x, BATCH, v, product);
        double[] up = new double[n];
        double[] down = new double[n];
        network.valueAndGradient(moved(x, 1e-6, v), BATCH, up);
        network.valueAndGradient(moved(x, -1e-6, v), BATCH, down);
        for (int j = 0; j < n; j++) {
            assertThat(product[j]).isCloseTo((up[j] - down[j]) / 2e-6, offset(1e-7));
        }
    }

    private static double[] moved(double[] x, double h, double[] v) {
        double[] moved = x.clone();
        Arrays.setAll(moved, j -> x[j] + h * v[j]);
        return moved;
    }

    /** A block goes through at a time: what comes out is the sum of the single examples. */
    @Test
    void batchesLongerThanABlockAreSumsOfTheirExamples() {
        DenseNetwork network = new DenseNetwork(inputs, new int[] {4}, Activation.LOGISTIC, loss).penalty(0.1);
        int n = network.dimension();
        double[] x = random(n, 1);
        double[] v = random(n, 2);
        int[] batch = new SplittableRandom(7).ints(301, 0, SIZE).toArray();
        double value = 0;
        double[] gradient = new double[n];
        double[] product = new double[n];
        double[] one = new double[n];
        for (int i : batch) {
            value += network.valueAndGradient(x, new int[] {i}, one);
            Arrays.setAll(gradient, j -> gradient[j] + one[j]);
            network.hessianVectorProduct(x, new int[] {i}, v, one);
            Arrays.setAll(product, j -> product[j] + one[j]);
        }
        double[] found = new double[n];
        assertThat(network.valueAndGradient(x, batch, found)).isCloseTo(value, offset(1e-11));
        assertThat(network.value(x, batch)).isCloseTo(value, offset(1e-11));
        assertThat(found).containsExactly(gradient, offset(1e-11));
        network.hessianVectorProduct(x, batch, v, found);
        assertThat(found).containsExactly(product, offset(1e-11));
    }

    private static double[] applied(LinearOperator operator, double[] v) {
        double[] product = new double[v.length];
        operator.apply(v, product);
        return product;
    }

    /** Blocks of 128 and what is left, of neighbours and by chance. */
    private static Stream<int[]> batches() {
        return Stream.of(
                new int[0],
                new int[] {7},
                BATCH,
                IntStream.range(2, 9).toArray(),
                IntStream.range(0, 300).map(i -> i % SIZE).toArray(),
                new SplittableRandom(7).ints(128, 0, SIZE).toArray());
    }

    @ParameterizedTest
    @MethodSource("batches")
    void operatorsAtAPointGiveTheBitsOfProducts(int[] batch) {
        DenseNetwork network = new DenseNetwork(inputs, new int[] {4, 3}, Activation.TANH, loss).penalty(0.3);
        int n = network.dimension();
        double[] x = random(n, 1);
        double[] v = random(n, 2);
        double[] expected = new double[n];
        LinearOperator hessian = network.hessianAt(x, batch);
        LinearOperator gaussNewton = network.gaussNewtonAt(x, batch);
        LinearOperator fisher = network.fisherAt(x, batch);
        for (int again = 0; again < 2; again++) {
            network.hessianVectorProduct(x, batch, v, expected);
            assertThat(applied(hessian, v)).containsExactly(expected);
            network.gaussNewtonProduct(x, batch, v, expected);
            assertThat(applied(gaussNewton, v)).containsExactly(expected);
            network.fisherProduct(x, batch, v, expected);
            assertThat(applied(fisher, v)).containsExactly(expected);
        }
        // Outputs of 4, 3 and 3 units; for the Hessian also what comes back, and bends of the hidden ones.
        assertThat(gaussNewton.kept()).isEqualTo(8L * 10 * batch.length);
        assertThat(hessian.kept()).isEqualTo(8L * 27 * batch.length);
    }

    /** The order of a batch changes the order of additions only. */
    @Test
    void neighboursNeedNoOrder() {
        DenseNetwork network = new DenseNetwork(inputs, new int[] {4, 3}, Activation.TANH, loss);
        double[] x = random(network.dimension(), 1);
        double[] expected = new double[x.length];
        double[] found = new double[x.length];
        double value = network.valueAndGradient(x, new int[] {3, 4, 5, 6}, expected);
        for (int[] order : new int[][] {{6, 3, 4, 5}, {3, 4, 6, 5}, {6, 5, 4, 3}}) {
            assertThat(network.valueAndGradient(x, order, found)).isCloseTo(value, offset(TOLERANCE));
            assertThat(found).containsExactly(expected, offset(TOLERANCE));
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        double[][] many = TanhNetwork.inputs(500, 3, 5);
        SoftmaxCrossEntropy labels =
                new SoftmaxCrossEntropy(IntStream.range(0, 500).map(i -> i % 3).toArray(), 3);
        DenseNetwork network = new DenseNetwork(many, new int[] {6}, Activation.TANH, labels).weightPenalty(0.1);
        int n = network.dimension();
        double[] x = random(n, 1);
        double[] v = random(n, 2);
        double[] gradient = new double[n];
        double[] product = new double[n];
        double[] curved = new double[n];
        FiniteSums.mean(network, Summation.sequential()).valueAndGradient(x, gradient);
        FiniteSums.mean(network, Summation.sequential()).hessianVectorProduct(x, v, product);
        FiniteSums.gaussNewtonMean(network, Summation.sequential()).hessianVectorProduct(x, v, curved);
        double[] found = new double[n];
        for (int threads : new int[] {1, 2, 8}) {
            for (long memory : new long[] {0, 20_000, 1 << 20}) {
                Summation summation = Summation.threads(threads).memory(memory);
                TwiceDifferentiableFunction mean = FiniteSums.mean(network, summation);
                mean.valueAndGradient(x, found);
                assertThat(found).containsExactly(gradient);
                assertThat(applied(mean.hessianAt(x), v)).containsExactly(product);
                LinearOperator gaussNewton =
                        FiniteSums.gaussNewtonMean(network, summation).hessianAt(x);
                assertThat(applied(gaussNewton, v)).containsExactly(curved);
                assertThat(applied(gaussNewton, v)).containsExactly(curved);
            }
        }
    }

    /** One object, many threads at once, no state that shows. */
    @Test
    void callsAtOnceDoNotSeeEachOther() {
        DenseNetwork network = new DenseNetwork(inputs, new int[] {4, 3}, Activation.TANH, loss);
        int n = network.dimension();
        int[][] all = batches().toArray(int[][]::new);
        double[] v = random(n, 9);
        LinearOperator shared = network.hessianAt(random(n, 0), BATCH);
        double[] expected = applied(shared, v);
        List<String> one =
                IntStream.range(0, 300).mapToObj(k -> result(network, k, all)).toList();
        List<String> some = IntStream.range(0, 300)
                .parallel()
                .mapToObj(k -> {
                    assertThat(applied(shared, v)).containsExactly(expected);
                    return result(network, k, all);
                })
                .toList();
        assertThat(some).isEqualTo(one);
    }

    private static String result(DenseNetwork network, int seed, int[][] batches) {
        double[] x = random(network.dimension(), seed);
        double[] gradient = new double[x.length];
        double[] product = new double[x.length];
        int[] batch = batches[seed % batches.length];
        double value = network.valueAndGradient(x, batch, gradient);
        network.hessianVectorProduct(x, batch, gradient, product);
        return value + Arrays.toString(product);
    }

    /** The median of many calls: the virtual machine may allocate while it compiles. */
    @Test
    void warmCallsAllocateNothing() {
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        DenseNetwork network = new DenseNetwork(inputs, new int[] {4, 3}, Activation.TANH, loss).penalty(0.1);
        int n = network.dimension();
        double[] x = random(n, 1);
        double[] v = random(n, 2);
        double[] result = new double[n];
        int[] batch = new SplittableRandom(7).ints(301, 0, SIZE).toArray();
        LinearOperator hessian = network.hessianAt(x, batch);
        LinearOperator gaussNewton = network.gaussNewtonAt(x, batch);
        long[] bytes = new long[100];
        Arrays.setAll(bytes, call -> {
            long before = thread.getCurrentThreadAllocatedBytes();
            network.value(x, batch);
            network.valueAndGradient(x, batch, result);
            network.hessianVectorProduct(x, batch, v, result);
            network.gaussNewtonProduct(x, batch, v, result);
            network.fisherProduct(x, batch, v, result);
            network.squaredGradients(x, batch, result);
            hessian.apply(v, result);
            gaussNewton.apply(v, result);
            return thread.getCurrentThreadAllocatedBytes() - before;
        });
        Arrays.sort(bytes);
        assertThat(bytes[50]).isZero();
    }

    @Test
    void squaredGradientsAreThoseOfTheExamples() {
        DenseNetwork network = new DenseNetwork(inputs, new int[] {4}, Activation.TANH, loss);
        double[] x = random(network.dimension(), 1);
        double[][] gradients = new double[BATCH.length][x.length];
        network.gradients(x, BATCH, gradients);
        double[] expected = new double[x.length];
        for (double[] gradient : gradients) {
            Arrays.setAll(expected, j -> expected[j] + gradient[j] * gradient[j]);
        }
        double[] squares = new double[x.length];
        network.squaredGradients(x, BATCH, squares);
        assertThat(squares).containsExactly(expected, offset(1e-14));
    }

    @Test
    void penaltiesAddTheirHalfSquares() {
        DenseNetwork free = new DenseNetwork(inputs, new int[] {4}, Activation.TANH, loss);
        double[] x = random(free.dimension(), 1);
        double all = 0;
        double weights = 0;
        for (DenseLayer layer : free.layers()) {
            for (int k = layer.from(); k < layer.to(); k++) {
                all += x[k] * x[k];
                weights += k < layer.offsets() ? x[k] * x[k] : 0;
            }
        }
        double value = free.value(x, BATCH);
        assertThat(free.penalty(0.5).value(x, BATCH) - value).isCloseTo(4 * 0.25 * all, offset(1e-12));
        assertThat(free.weightPenalty(0.5).value(x, BATCH) - value).isCloseTo(4 * 0.25 * weights, offset(1e-12));
        assertThat(free.weightPenalty(0.5).penalty()).isEqualTo(0.5);
    }

    @Test
    void weightPenaltiesLeaveOffsetsFree() {
        DenseNetwork free = new DenseNetwork(inputs, new int[] {4}, Activation.TANH, loss);
        DenseNetwork penalized = free.weightPenalty(0.5);
        int n = free.dimension();
        double[] x = random(n, 1);
        double[] v = random(n, 2);
        double[] without = new double[n];
        double[] with = new double[n];
        free.gaussNewtonProduct(x, BATCH, v, without);
        penalized.gaussNewtonProduct(x, BATCH, v, with);
        for (DenseLayer layer : free.layers()) {
            for (int k = layer.from(); k < layer.to(); k++) {
                double expected = k < layer.offsets() ? without[k] + 4 * 0.5 * v[k] : without[k];
                assertThat(with[k]).isCloseTo(expected, offset(TOLERANCE));
            }
        }
        penalized.fisherProduct(x, BATCH, v, with);
        assertThat(with).containsExactly(without, offset(TOLERANCE));
    }

    @Test
    void penaltyIsNotNegative() {
        DenseNetwork network = new DenseNetwork(inputs, new int[] {4}, Activation.TANH, loss);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.penalty(-1))
                .withMessageContaining("penalty is -1.0, expected finite and at least 0");
    }

    /** Weights within the bound of their layer that reach almost as far, on the average 0; offsets 0. */
    @Test
    void startsAreSmallAndOfBothSigns() {
        DenseNetwork network = new DenseNetwork(TanhNetwork.inputs(SIZE, 40, 5), new int[] {50}, Activation.TANH, loss);
        double[] start = network.start(7);
        assertThat(start)
                .hasSize(network.dimension())
                .isEqualTo(network.start(7))
                .isNotEqualTo(network.start(8));
        for (DenseLayer layer : network.layers()) {
            double bound = Math.sqrt(6.0 / (layer.inputs() + layer.outputs()));
            double[] weights = Arrays.copyOfRange(start, layer.from(), layer.offsets());
            assertThat(Arrays.stream(weights).map(Math::abs).max().orElseThrow())
                    .isBetween(0.9 * bound, bound);
            assertThat(Arrays.stream(weights).average().orElseThrow()).isBetween(-bound / 4, bound / 4);
            assertThat(Arrays.copyOfRange(start, layer.offsets(), layer.to())).containsOnly(0);
        }
    }

    @Test
    void inputsThatAreNoneAreNamed() {
        double[][] broken = TanhNetwork.inputs(SIZE, 2, 5);
        broken[3][1] = Double.NaN;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenseNetwork(broken, new int[] {4}, Activation.TANH, loss))
                .withMessage("inputs[3][1] is NaN, expected a finite number; leave the example out or fill the gap");
        broken[5] = null;
        assertThatNullPointerException()
                .isThrownBy(() -> new DenseNetwork(broken, new int[] {4}, Activation.TANH, loss))
                .withMessage("inputs[5] is null, expected the numbers of an example");
        assertThatNullPointerException()
                .isThrownBy(() -> new DenseNetwork(inputs, new int[] {4}, null, loss))
                .withMessageContaining("activation is null");
        assertThatNullPointerException()
                .isThrownBy(() -> new DenseNetwork(inputs, new int[] {4}, Activation.TANH, null))
                .withMessageContaining("loss is null");
        assertThatNullPointerException()
                .isThrownBy(() -> new DenseNetwork(null, new int[] {4}, Activation.TANH, loss))
                .withMessageContaining("inputs is null");
        assertThatNullPointerException()
                .isThrownBy(() -> new DenseNetwork(inputs, null, Activation.TANH, loss))
                .withMessageContaining("hidden is null");
    }
}
