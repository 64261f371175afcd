package org.cotangent.optim.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SketchTest {

    private final DenseNetwork network = new DenseNetwork(
            TanhNetwork.inputs(6, 2, 5),
            new int[] {4},
            Activation.TANH,
            new SoftmaxCrossEntropy(new int[] {0, 1, 2, 0, 1, 2}, 3));
    private final double[] x =
            new SplittableRandom(4).doubles(network.dimension(), -1, 1).toArray();

    /** Rows that a layer is shown, call after call. */
    private static final class Rows implements LayeredModel.LayerVisitor {

        private final Map<Integer, List<double[]>> signals = new HashMap<>();
        private final Map<Integer, double[]> activations = new HashMap<>();

        @Override
        public void activations(int layer, int rows, double[] entries) {
            activations.put(layer, entries.clone());
        }

        @Override
        public void signals(int layer, int rows, double[] entries) {
            signals.computeIfAbsent(layer, index -> new ArrayList<>()).add(entries.clone());
        }
    }

    private Rows sketch(long draw, int... batch) {
        Rows rows = new Rows();
        network.sketch(x, batch, draw, rows);
        return rows;
    }

    /** One of the eight combinations with signs of the three rows that are shown in full; each comes up. */
    @Test
    void signalsAreCombinationsWithRandomSigns() {
        Rows full = new Rows();
        network.visit(x, new int[] {4}, full);
        int[] found = new int[8];
        for (long draw = 0; draw < 200; draw++) {
            found[combination(full, sketch(draw, 4))]++;
        }
        // 25 on average, with a deviation of 4.7.
        assertThat(Arrays.stream(found).min().orElseThrow()).isGreaterThan(5);
    }

    private static int combination(Rows full, Rows sketch) {
        for (int signs = 0; signs < 8; signs++) {
            if (distance(full, sketch, signs) < 1e-14) {
                return signs;
            }
        }
        throw new AssertionError("no combination");
    }

    private static double distance(Rows full, Rows sketch, int signs) {
        double largest = 0;
        for (int layer : new int[] {0, 1}) {
            double[] sum = sketch.signals.get(layer).get(0).clone();
            for (int k = 0; k < 3; k++) {
                double[] direction = full.signals.get(layer).get(k);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] -= (signs >> k & 1) == 0 ? direction[i] : -direction[i];
                }
            }
            largest = Math.max(largest, Arrays.stream(sum).map(Math::abs).max().orElseThrow());
        }
        return largest;
    }

    /** For squared errors directions are the unit vectors: four examples in a row make the unit matrix. */
    @Test
    void equalDirectionsOfExamplesInARowAreRightAtOnce() {
        DenseNetwork linear = new DenseNetwork(
                TanhNetwork.inputs(6, 2, 5),
                new int[0],
                Activation.IDENTITY,
                new SquaredError(TanhNetwork.inputs(6, 3, 9)));
        Rows rows = new Rows();
        linear.sketch(new double[9], new int[] {1, 2, 3, 4}, 7, rows);
        double[] g = rows.signals.get(0).get(0);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double sum = 0;
                for (int row = 0; row < 4; row++) {
                    sum += g[3 * row + i] * g[3 * row + j];
                }
                assertThat(sum).isEqualTo(i == j ? 4 : 0);
            }
        }
    }

    /** So that neither chunks nor threads enter. */
    @Test
    void signsBelongToTheExample() {
        double[] together = sketch(7, 5, 1, 4).signals.get(0).get(0);
        double[] alone = sketch(7, 4).signals.get(0).get(0);
        assertThat(Arrays.copyOfRange(together, 8, 12)).containsExactly(alone);
    }

    @Test
    void whatGoesIntoTheFirstLayerIsData() {
        assertThat(network.takesData(0)).isTrue();
        assertThat(network.takesData(1)).isFalse();
        assertThat(sketch(7, 5).activations.get(0)).containsExactly(TanhNetwork.inputs(6, 2, 5)[5]);
    }
}
