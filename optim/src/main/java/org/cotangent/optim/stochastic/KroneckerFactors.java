package org.cotangent.optim.stochastic;

import java.util.Arrays;
import java.util.List;
import org.cotangent.optim.model.DenseLayer;
import org.cotangent.optim.model.LayeredModel;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;

/**
 * Moving means of ā āᵀ and g gᵀ for every layer, ā the activations and a 1, and the step that their damped
 * inverses make of a gradient: G⁻¹ ∇W A⁻¹ (Martens, Grosse 2015, equations 1 to 4 and section 6.3).
 *
 * <p>Matrices are upper triangles by rows. The activations of a layer that takes in data are the same at every point:
 * their means are plain ones, and stand at the end so that sums can do without.
 */
final class KroneckerFactors implements Stateful {

    /** The most that is kept of the means: 0.95 in section 5, for steps that are shorter. */
    private static final double MOST_KEPT = 0.8;

    private final List<DenseLayer> layers;
    private final int[] activations;
    private final int[] signals;
    private final int size;
    private final int changing;
    private final int length;
    private double[] means;
    private long count;
    private long dataSeen;

    /** The factors of a model before anything was seen of it. */
    KroneckerFactors(LayeredModel model) {
        layers = model.layers();
        size = model.size();
        activations = new int[layers.size()];
        signals = new int[layers.size()];
        int next = 0;
        for (int l = 0; l < signals.length; l++) {
            signals[l] = next;
            next += triangle(layers.get(l).outputs());
            activations[l] = next;
            next += model.takesData(l) ? 0 : triangle(layers.get(l).inputs() + 1);
        }
        changing = next;
        for (int l = 0; l < signals.length; l++) {
            if (model.takesData(l)) {
                activations[l] = next;
                next += triangle(layers.get(l).inputs() + 1);
            }
        }
        length = next;
        means = new double[length];
    }

    private static int triangle(int n) {
        return Math.multiplyExact(n, n + 1) / 2;
    }

    /** How many numbers a sum has: those of data are left out once as many examples were seen as there are. */
    int length() {
        return dataSeen < size ? length : changing;
    }

    /**
     * The sums of ā āᵀ and g gᵀ over a batch.
     *
     * @param draw which signs directions are added up with
     * @param sums receives the sums, as long as {@link #length} says, overwritten
     */
    void sum(LayeredModel model, double[] x, int[] batch, long draw, double[] sums) {
        Arrays.fill(sums, 0);
        model.sketch(x, batch, draw, new LayeredModel.LayerVisitor() {
            @Override
            public void activations(int layer, int rows, double[] entries) {
                if (activations[layer] < sums.length) {
                    addMoments(rows, layers.get(layer).inputs(), entries, sums, activations[layer], 1);
                }
            }

            @Override
            public void signals(int layer, int rows, double[] entries) {
                addMoments(rows, layers.get(layer).outputs(), entries, sums, signals[layer], 0);
            }
        });
    }

    /** Adds the upper triangle of MᵀM, M with so many columns of ones behind it. */
    private static void addMoments(int rows, int columns, double[] matrix, double[] sums, int from, int ones) {
        int to = from;
        for (int i = 0; i < columns; i++) {
            int row = 0;
            for (; row + 4 <= rows; row += 4) {
                addFour(columns - i, matrix, row * columns + i, columns, sums, to);
            }
            for (; row < rows; row++) {
                addOne(columns - i, matrix, row * columns + i, sums, to);
            }
            to += columns - i;
            for (int k = 0; k < ones; k++, to++) {
                sums[to] += sum(rows, matrix, i, columns);
            }
        }
        for (int k = 0; k < ones; k++) {
            sums[to] += rows;
        }
    }

    private static double sum(int rows, double[] matrix, int column, int columns) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += matrix[row * columns + column];
        }
        return sum;
    }

    private static void addFour(int length, double[] matrix, int first, int columns, double[] sums, int to) {
        int second = first + columns;
        int third = second + columns;
        int fourth = third + columns;
        double a = matrix[first];
        double b = matrix[second];
        double c = matrix[third];
        double d = matrix[fourth];
        for (int j = 0; j < length; j++) {
            sums[to + j] +=
                    a * matrix[first + j] + b * matrix[second + j] + (c * matrix[third + j] + d * matrix[fourth + j]);
        }
    }

    private static void addOne(int length, double[] matrix, int from, double[] sums, int to) {
        double a = matrix[from];
        for (int j = 0; j < length; j++) {
            sums[to + j] += a * matrix[from + j];
        }
    }

    /**
     * The means with those of a batch mixed in.
     *
     * @param latest means over a batch, as many as {@link #length} says
     * @param examples in the batch
     */
    double[] mixed(double[] latest, int examples) {
        double kept = Math.min(1 - 1.0 / (count + 1), MOST_KEPT);
        double[] mixed = means.clone();
        for (int i = 0; i < changing; i++) {
            mixed[i] = kept * means[i] + (1 - kept) * latest[i];
        }
        double part = (double) examples / (dataSeen + examples);
        for (int i = changing; i < latest.length; i++) {
            mixed[i] = (1 - part) * means[i] + part * latest[i];
        }
        return mixed;
    }

    /** Keeps means that {@link #mixed} made of a batch of so many examples. */
    void set(double[] changed, int examples) {
        dataSeen += length() == length ? examples : 0;
        means = changed;
        count++;
    }

    /**
     * The inverse of the damped factors.
     *
     * @param factors what {@link #mixed} returned
     * @param damping γ², shared out between both factors by their mean eigenvalues
     */
    Inverse inverse(double[] factors, double damping) {
        double root = Math.sqrt(damping);
        TriangularFactor[] right = new TriangularFactor[signals.length];
        TriangularFactor[] left = new TriangularFactor[signals.length];
        for (int l = 0; l < signals.length; l++) {
            DenseLayer layer = layers.get(l);
            int inputs = layer.inputs() + 1;
            double ratio = Math.sqrt(
                    meanDiagonal(factors, activations[l], inputs) / meanDiagonal(factors, signals[l], layer.outputs()));
            // Where nothing comes back the ratio has no meaning.
            double share = ratio > 0 && !Double.isInfinite(ratio) ? ratio : 1;
            right[l] = new TriangularFactor(inputs, factors, activations[l], share * root);
            left[l] = new TriangularFactor(layer.outputs(), factors, signals[l], root / share);
        }
        return new Inverse(layers, left, right);
    }

    /** The inverse of a Kronecker product for every layer. */
    record Inverse(List<DenseLayer> layers, TriangularFactor[] left, TriangularFactor[] right) {

        /**
         * Sets the step of a gradient: NaN in layers whose factors are not finite.
         *
         * @param gradient length n, not modified
         * @param step receives the step, length n, overwritten
         */
        void apply(double[] gradient, double[] step) {
            for (int l = 0; l < left.length; l++) {
                solve(layers.get(l), left[l], right[l], gradient, step);
            }
        }
    }

    private static void solve(
            DenseLayer layer, TriangularFactor left, TriangularFactor right, double[] gradient, double[] step) {
        int inputs = layer.inputs();
        int units = layer.outputs();
        if (!left.isPositive() || !right.isPositive()) {
            Arrays.fill(step, layer.from(), layer.to(), Double.NaN);
            return;
        }
        double[] weights = Arrays.copyOfRange(gradient, layer.from(), layer.to());
        left.solve(weights, inputs, 0);
        left.solve(weights, 1, inputs * units);
        double[] transposed = new double[weights.length];
        for (int u = 0; u < units; u++) {
            for (int i = 0; i < inputs; i++) {
                transposed[i * units + u] = weights[u * inputs + i];
            }
            transposed[inputs * units + u] = weights[inputs * units + u];
        }
        right.solve(transposed, units, 0);
        for (int u = 0; u < units; u++) {
            for (int i = 0; i < inputs; i++) {
                step[layer.from() + u * inputs + i] = transposed[i * units + u];
            }
            step[layer.offsets() + u] = transposed[inputs * units + u];
        }
    }

    private static double meanDiagonal(double[] triangle, int from, int size) {
        double sum = 0;
        int at = from;
        for (int i = 0; i < size; i++) {
            sum += triangle[at];
            at += size - i;
        }
        return sum / size;
    }

    @Override
    public void exchange(State state) {
        count = state.integer(count);
        dataSeen = state.integer(dataSeen);
        state.vector(means);
    }
}
