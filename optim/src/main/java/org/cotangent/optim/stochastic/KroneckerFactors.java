package org.cotangent.optim.stochastic;

import java.util.Arrays;
import java.util.List;
import org.cotangent.optim.model.DenseLayer;
import org.cotangent.optim.model.LayeredModel;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Moving means of ā āᵀ and g gᵀ for every layer, ā the activations and a 1, and the step that their damped
 * inverses make of a gradient: G⁻¹ ∇W A⁻¹ (Martens, Grosse 2015, equations 1 to 4 and section 6.3).
 */
final class KroneckerFactors implements Stateful {

    /** The most that is kept of the means: 0.95 in section 5, for steps that are shorter. */
    private static final double MOST_KEPT = 0.8;

    private final List<DenseLayer> layers;
    private final int length;
    private double[] means;
    private long count;

    KroneckerFactors(List<DenseLayer> layers) {
        this.layers = layers;
        length = layers.stream()
                .mapToInt(layer -> square(layer.inputs() + 1) + square(layer.outputs()))
                .sum();
        means = new double[length];
    }

    private static int square(int n) {
        return Math.multiplyExact(n, n);
    }

    /** How many numbers the factors of all layers have. */
    int length() {
        return length;
    }

    /** The sums of ā āᵀ and g gᵀ over a batch, layer after layer. */
    static void sum(LayeredModel model, double[] x, int[] batch, double[] sums) {
        Arrays.fill(sums, 0);
        List<DenseLayer> layers = model.layers();
        int[] starts = new int[layers.size()];
        int next = 0;
        for (int k = 0; k < starts.length; k++) {
            starts[k] = next;
            next += square(layers.get(k).inputs() + 1) + square(layers.get(k).outputs());
        }
        model.visit(x, batch, new LayeredModel.LayerVisitor() {
            @Override
            public void activations(int layer, int rows, double[] activations) {
                int inputs = layers.get(layer).inputs();
                double[] homogeneous = new double[rows * (inputs + 1)];
                Arrays.fill(homogeneous, 1);
                for (int row = 0; row < rows; row++) {
                    System.arraycopy(activations, row * inputs, homogeneous, row * (inputs + 1), inputs);
                }
                addProducts(rows, inputs + 1, homogeneous, sums, starts[layer]);
            }

            @Override
            public void signals(int layer, int rows, double[] signals) {
                DenseLayer shape = layers.get(layer);
                addProducts(rows, shape.outputs(), signals, sums, starts[layer] + square(shape.inputs() + 1));
            }
        });
    }

    /** Adds MᵀM. */
    private static void addProducts(int rows, int columns, double[] matrix, double[] sums, int from) {
        DMatrixRMaj products = new DMatrixRMaj(columns, columns);
        CommonOps_DDRM.multInner(DMatrixRMaj.wrap(rows, columns, matrix), products);
        for (int k = 0; k < products.getNumElements(); k++) {
            sums[from + k] += products.data[k];
        }
    }

    /** The means with those of a batch mixed in. */
    double[] mixed(double[] latest) {
        double kept = Math.min(1 - 1.0 / (count + 1), MOST_KEPT);
        double[] mixed = new double[length];
        for (int i = 0; i < length; i++) {
            mixed[i] = kept * means[i] + (1 - kept) * latest[i];
        }
        return mixed;
    }

    void set(double[] changed) {
        means = changed;
        count++;
    }

    /**
     * Sets the step of a gradient.
     *
     * @param factors what {@link #mixed} returned
     * @param damping γ², shared out between both factors by their mean eigenvalues
     * @param gradient length n, not modified
     * @param step receives the step, length n, overwritten
     */
    void solve(double[] factors, double damping, double[] gradient, double[] step) {
        int from = 0;
        for (DenseLayer layer : layers) {
            DMatrixRMaj a = matrix(factors, from, layer.inputs() + 1);
            from += a.getNumElements();
            DMatrixRMaj g = matrix(factors, from, layer.outputs());
            from += g.getNumElements();
            double ratio = Math.sqrt(meanDiagonal(a) / meanDiagonal(g));
            double root = Math.sqrt(damping);
            // Where nothing comes back the ratio has no meaning.
            double share = ratio > 0 && !Double.isInfinite(ratio) ? ratio : 1;
            addDiagonal(a, share * root);
            addDiagonal(g, root / share);
            solve(layer, a, g, gradient, step);
        }
    }

    private static void solve(DenseLayer layer, DMatrixRMaj a, DMatrixRMaj g, double[] gradient, double[] step) {
        DMatrixRMaj w = new DMatrixRMaj(layer.outputs(), layer.inputs() + 1);
        for (int u = 0; u < layer.outputs(); u++) {
            System.arraycopy(gradient, layer.from() + u * layer.inputs(), w.data, u * w.numCols, layer.inputs());
            w.set(u, layer.inputs(), gradient[layer.offsets() + u]);
        }
        DMatrixRMaj left = Cholesky.inverse(g);
        DMatrixRMaj right = Cholesky.inverse(a);
        DMatrixRMaj half = new DMatrixRMaj(w.numRows, w.numCols);
        CommonOps_DDRM.mult(left, w, half);
        CommonOps_DDRM.mult(half, right, w);
        for (int u = 0; u < layer.outputs(); u++) {
            System.arraycopy(w.data, u * w.numCols, step, layer.from() + u * layer.inputs(), layer.inputs());
            step[layer.offsets() + u] = w.get(u, layer.inputs());
        }
    }

    private static DMatrixRMaj matrix(double[] factors, int from, int size) {
        return new DMatrixRMaj(size, size, true, Arrays.copyOfRange(factors, from, from + size * size));
    }

    private static double meanDiagonal(DMatrixRMaj matrix) {
        return CommonOps_DDRM.trace(matrix) / matrix.numRows;
    }

    private static void addDiagonal(DMatrixRMaj matrix, double value) {
        for (int i = 0; i < matrix.numRows; i++) {
            matrix.add(i, i, value);
        }
    }

    @Override
    public void exchange(State state) {
        count = state.integer(count);
        state.vector(means);
    }
}
