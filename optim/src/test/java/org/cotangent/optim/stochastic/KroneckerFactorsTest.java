package org.cotangent.optim.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cotangent.optim.model.Activation;
import org.cotangent.optim.model.DenseLayer;
import org.cotangent.optim.model.DenseNetwork;
import org.cotangent.optim.model.LayeredModel;
import org.cotangent.optim.model.SoftmaxCrossEntropy;
import org.cotangent.optim.model.SquaredError;
import org.cotangent.optim.model.TanhNetwork;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class KroneckerFactorsTest {

    private final SplittableRandom random = new SplittableRandom(5);
    private final DenseNetwork network = new DenseNetwork(
            TanhNetwork.inputs(8, 4, 3),
            new int[] {5},
            Activation.TANH,
            new SoftmaxCrossEntropy(new int[] {0, 1, 2, 0, 1, 2, 0, 1}, 3));

    /** What the network shows, in full matrices. */
    private static final class Shown implements LayeredModel.LayerVisitor {

        private final List<DenseLayer> layers;
        private final List<DMatrixRMaj> activations = new ArrayList<>();
        private final List<DMatrixRMaj> signals = new ArrayList<>();

        Shown(List<DenseLayer> layers) {
            this.layers = layers;
            for (DenseLayer layer : layers) {
                activations.add(new DMatrixRMaj(layer.inputs() + 1, layer.inputs() + 1));
                signals.add(new DMatrixRMaj(layer.outputs(), layer.outputs()));
            }
        }

        @Override
        public void activations(int layer, int rows, double[] entries) {
            int inputs = layers.get(layer).inputs();
            for (int row = 0; row < rows; row++) {
                double[] one = Arrays.copyOfRange(entries, row * inputs, (row + 1) * inputs + 1);
                one[inputs] = 1;
                add(one, activations.get(layer));
            }
        }

        @Override
        public void signals(int layer, int rows, double[] entries) {
            int outputs = layers.get(layer).outputs();
            for (int row = 0; row < rows; row++) {
                add(Arrays.copyOfRange(entries, row * outputs, (row + 1) * outputs), signals.get(layer));
            }
        }

        private static void add(double[] v, DMatrixRMaj sum) {
            for (int i = 0; i < v.length; i++) {
                for (int j = 0; j < v.length; j++) {
                    sum.add(i, j, v[i] * v[j]);
                }
            }
        }
    }

    /** The Kronecker product in full, solved with pivots. */
    @Test
    void solvesTheExplicitKroneckerProduct() {
        double damping = 0.07;
        int[] batch = {0, 3, 5, 7};
        double[] x = random.doubles(network.dimension(), -1, 1).toArray();
        KroneckerFactors factors = new KroneckerFactors(network);
        double[] sums = new double[factors.length()];
        factors.sum(network, x, batch, 11, sums);
        Shown shown = new Shown(network.layers());
        network.sketch(x, batch, 11, shown);
        double[] gradient = random.doubles(network.dimension(), -1, 1).toArray();
        double[] step = new double[gradient.length];
        factors.inverse(sums, damping * damping).apply(gradient, step);
        for (int l = 0; l < network.layers().size(); l++) {
            DenseLayer layer = network.layers().get(l);
            DMatrixRMaj a = shown.activations.get(l);
            DMatrixRMaj g = shown.signals.get(l);
            double pi = Math.sqrt(CommonOps_DDRM.trace(a) / a.numRows / (CommonOps_DDRM.trace(g) / g.numRows));
            CommonOps_DDRM.addEquals(a, pi * damping, CommonOps_DDRM.identity(a.numRows));
            CommonOps_DDRM.addEquals(g, damping / pi, CommonOps_DDRM.identity(g.numRows));
            DMatrixRMaj full = CommonOps_DDRM.kron(g, a, null);
            int size = full.numRows;
            DMatrixRMaj right = new DMatrixRMaj(size, 1);
            for (int row = 0; row < size; row++) {
                right.set(row, 0, gradient[index(layer, row)]);
            }
            DMatrixRMaj expected = new DMatrixRMaj(size, 1);
            assertThat(CommonOps_DDRM.solve(full, right, expected)).isTrue();
            double largest = CommonOps_DDRM.elementMaxAbs(expected);
            for (int row = 0; row < size; row++) {
                assertThat(step[index(layer, row)]).isCloseTo(expected.get(row, 0), offset(1e-10 * largest));
            }
        }
    }

    private static int index(DenseLayer layer, int row) {
        int inputs = layer.inputs() + 1;
        int o = row / inputs;
        return row % inputs < layer.inputs() ? layer.from() + o * layer.inputs() + row % inputs : layer.offsets() + o;
    }

    /** Activations that change with the point keep what they were; those of data are a plain mean, once over all. */
    @Test
    void keepsMostOfWhatItLearned() {
        KroneckerFactors factors = new KroneckerFactors(network);
        int changing = triangle(5) + triangle(3) + triangle(6);
        double expected = 0;
        for (int k = 1; k <= 9; k++) {
            int length = k <= 2 ? changing + triangle(5) : changing;
            assertThat(factors.length()).as("before update %d", k).isEqualTo(length);
            double[] latest = new double[length];
            Arrays.fill(latest, k);
            double kept = Math.min(1 - 1.0 / k, 0.8);
            expected = kept * expected + (1 - kept) * k;
            double[] mixed = factors.mixed(latest, 4);
            factors.set(mixed, 4);
            assertThat(mixed[changing - 1]).isCloseTo(expected, offset(1e-14));
            // All eight examples were seen after two updates: the mean of 1 and 2.
            assertThat(mixed[changing]).isCloseTo(k == 1 ? 1 : 1.5, offset(1e-14));
        }
    }

    private static int triangle(int n) {
        return n * (n + 1) / 2;
    }

    @Test
    void signalsThatDiedOutLeaveAStep() {
        DenseNetwork one = new DenseNetwork(
                new double[][] {{2}}, new int[0], Activation.IDENTITY, new SquaredError(new double[][] {{1}}));
        double[] step = new double[2];
        new KroneckerFactors(one).inverse(new double[] {0, 4, 2, 1}, 0.1).apply(new double[] {1, 2}, step);
        assertThat(step).doesNotContain(Double.NaN, 0.0);
    }
}
