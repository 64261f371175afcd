package org.cotangent.optim.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.SplittableRandom;
import org.cotangent.optim.model.Activation;
import org.cotangent.optim.model.DenseLayer;
import org.cotangent.optim.model.DenseNetwork;
import org.cotangent.optim.model.SoftmaxCrossEntropy;
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

    /** The Kronecker product in full, solved with pivots. */
    @Test
    void solvesTheExplicitKroneckerProduct() {
        double damping = 0.07;
        double[] x = random.doubles(network.dimension(), -1, 1).toArray();
        KroneckerFactors factors = new KroneckerFactors(network.layers());
        double[] sums = new double[factors.length()];
        KroneckerFactors.sum(network, x, new int[] {0, 3, 5, 7}, sums);
        double[] gradient = random.doubles(network.dimension(), -1, 1).toArray();
        double[] step = new double[gradient.length];
        factors.solve(sums, damping * damping, gradient, step);
        int from = 0;
        for (DenseLayer layer : network.layers()) {
            int inputs = layer.inputs() + 1;
            int outputs = layer.outputs();
            int signals = from + inputs * inputs;
            double pi = Math.sqrt(trace(sums, from, inputs) / inputs / (trace(sums, signals, outputs) / outputs));
            int size = inputs * outputs;
            DMatrixRMaj full = new DMatrixRMaj(size, size);
            DMatrixRMaj right = new DMatrixRMaj(size, 1);
            for (int row = 0; row < size; row++) {
                right.set(row, 0, gradient[index(layer, row)]);
                for (int column = 0; column < size; column++) {
                    int i = row % inputs;
                    int j = column % inputs;
                    int o = row / inputs;
                    int u = column / inputs;
                    double input = sums[from + i * inputs + j] + (i == j ? pi * damping : 0);
                    double signal = sums[signals + o * outputs + u] + (o == u ? damping / pi : 0);
                    full.set(row, column, input * signal);
                }
            }
            DMatrixRMaj expected = new DMatrixRMaj(size, 1);
            assertThat(CommonOps_DDRM.solve(full, right, expected)).isTrue();
            double largest = CommonOps_DDRM.elementMaxAbs(expected);
            for (int row = 0; row < size; row++) {
                assertThat(step[index(layer, row)]).isCloseTo(expected.get(row, 0), offset(1e-10 * largest));
            }
            from = signals + outputs * outputs;
        }
    }

    private static int index(DenseLayer layer, int row) {
        int inputs = layer.inputs() + 1;
        int o = row / inputs;
        return row % inputs < layer.inputs() ? layer.from() + o * layer.inputs() + row % inputs : layer.offsets() + o;
    }

    private static double trace(double[] matrix, int from, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += matrix[from + i * length + i];
        }
        return sum;
    }

    @Test
    void keepsMostOfWhatItLearned() {
        KroneckerFactors factors = new KroneckerFactors(List.of(new DenseLayer(0, 1, 1)));
        double expected = 0;
        for (int k = 1; k <= 9; k++) {
            double[] latest = {k, 0, 0, 1, 2};
            double kept = Math.min(1 - 1.0 / k, 0.8);
            expected = kept * expected + (1 - kept) * k;
            double[] mixed = factors.mixed(latest);
            factors.set(mixed);
            assertThat(mixed[0]).isCloseTo(expected, offset(1e-14));
            assertThat(mixed[4]).isCloseTo(2, offset(1e-14));
        }
    }

    @Test
    void signalsThatDiedOutLeaveAStep() {
        KroneckerFactors factors = new KroneckerFactors(List.of(new DenseLayer(0, 1, 1)));
        double[] step = new double[2];
        factors.solve(new double[] {4, 2, 2, 1, 0}, 0.1, new double[] {1, 2}, step);
        assertThat(step).doesNotContain(Double.NaN, 0.0);
    }
}
