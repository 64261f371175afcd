package org.cotangent.optim.model;

import java.util.Arrays;
import java.util.List;

/** One batch on its way through a network and back: what flows, stored by rows, one for each example. */
final class NetworkPass {

    private final List<DenseLayer> layers;
    private final Activation activation;
    private final double[] x;
    private final int rows;

    /** What each layer takes in; the last one is what the last layer gives out. */
    private final double[][] flow;

    /** W of each layer, transposed. */
    private final double[] transposed;

    NetworkPass(List<DenseLayer> layers, Activation activation, double[] x, double[][] inputs) {
        this.layers = layers;
        this.activation = activation;
        this.x = x;
        rows = inputs.length;
        flow = new double[layers.size() + 1][];
        int width = layers.get(0).inputs();
        flow[0] = new double[rows * width];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(inputs[row], 0, flow[0], row * width, width);
        }
        transposed = new double
                [layers.stream()
                        .mapToInt(layer -> layer.inputs() * layer.outputs())
                        .max()
                        .orElseThrow()];
        for (int l = 0; l < layers.size(); l++) {
            DenseLayer layer = layers.get(l);
            flow[l + 1] = new double[rows * layer.outputs()];
            offset(layer, x, flow[l + 1]);
            through(layer, x, flow[l], flow[l + 1]);
            if (!isLast(l)) {
                activate(flow[l + 1]);
            }
        }
    }

    private boolean isLast(int l) {
        return l == layers.size() - 1;
    }

    private void activate(double[] units) {
        for (int i = 0; i < units.length; i++) {
            units[i] = activation.value(units[i]);
        }
    }

    /** What the last layer gives out. */
    double[] outputs() {
        return flow[layers.size()];
    }

    /** What a layer takes in. */
    double[] inputs(int l) {
        return flow[l];
    }

    private void offset(DenseLayer layer, double[] parameters, double[] result) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(parameters, layer.offsets(), result, row * layer.outputs(), layer.outputs());
        }
    }

    /** result += inputs · Wᵀ. */
    private void through(DenseLayer layer, double[] parameters, double[] inputs, double[] result) {
        for (int o = 0; o < layer.outputs(); o++) {
            for (int i = 0; i < layer.inputs(); i++) {
                transposed[i * layer.outputs() + o] = parameters[layer.from() + o * layer.inputs() + i];
            }
        }
        Multiplication.add(rows, layer.inputs(), layer.outputs(), inputs, transposed, 0, result);
    }

    /**
     * Takes signals at the outputs back, and adds up the gradient.
     *
     * @param signal at the outputs
     * @param gradient length n, added to
     */
    void back(double[] signal, double[] gradient) {
        double[] behind = signal;
        for (int l = layers.size() - 1; l >= 0; l--) {
            collect(layers.get(l), behind, flow[l], gradient);
            behind = l == 0 ? behind : before(l, behind);
        }
    }

    /** The signals at the outputs of every layer. */
    double[][] signals(double[] signal) {
        double[][] signals = new double[layers.size()][];
        signals[layers.size() - 1] = signal;
        for (int l = layers.size() - 1; l > 0; l--) {
            signals[l - 1] = before(l, signals[l]);
        }
        return signals;
    }

    private void collect(DenseLayer layer, double[] signal, double[] inputs, double[] gradient) {
        Multiplication.addTransposed(layer.outputs(), rows, layer.inputs(), signal, inputs, gradient, layer.from());
        for (int row = 0; row < rows; row++) {
            for (int o = 0; o < layer.outputs(); o++) {
                gradient[layer.offsets() + o] += signal[row * layer.outputs() + o];
            }
        }
    }

    /** The signal before layer l, at the outputs of the one that precedes it. */
    private double[] before(int l, double[] signal) {
        double[] before = unsloped(l, x, signal);
        slope(l, before);
        return before;
    }

    private void slope(int l, double[] before) {
        for (int i = 0; i < before.length; i++) {
            before[i] *= activation.slope(flow[l][i]);
        }
    }

    /** signal · W. */
    private double[] unsloped(int l, double[] parameters, double[] signal) {
        DenseLayer layer = layers.get(l);
        double[] before = new double[rows * layer.inputs()];
        Multiplication.add(rows, layer.outputs(), layer.inputs(), signal, parameters, layer.from(), before);
        return before;
    }

    /**
     * How everything that flows changes along a direction.
     *
     * @param v length n, not modified
     * @return changes in the shape of what flows; of the inputs, none
     */
    double[][] changes(double[] v) {
        double[][] changes = new double[flow.length][];
        changes[0] = new double[0];
        for (int l = 0; l < layers.size(); l++) {
            DenseLayer layer = layers.get(l);
            double[] change = new double[rows * layer.outputs()];
            offset(layer, v, change);
            through(layer, v, flow[l], change);
            if (l > 0) {
                through(layer, x, changes[l], change);
            }
            if (!isLast(l)) {
                for (int i = 0; i < change.length; i++) {
                    change[i] *= activation.slope(flow[l + 1][i]);
                }
            }
            changes[l + 1] = change;
        }
        return changes;
    }

    /**
     * Takes signals and their changes back, and adds up the change of the gradient (Pearlmutter 1994).
     *
     * @param signal at the outputs
     * @param signalChange along v
     * @param v direction, length n
     * @param changes of what flows, along v
     * @param product length n, added to
     */
    void backChange(double[] signal, double[] signalChange, double[] v, double[][] changes, double[] product) {
        double[] behind = signal;
        double[] behindChange = signalChange;
        for (int l = layers.size() - 1; l >= 0; l--) {
            DenseLayer layer = layers.get(l);
            collect(layer, behindChange, flow[l], product);
            if (l > 0) {
                Multiplication.addTransposed(
                        layer.outputs(), rows, layer.inputs(), behind, changes[l], product, layer.from());
                double[] before = unsloped(l, x, behind);
                behindChange = beforeChange(l, behind, behindChange, v, before, changes[l]);
                slope(l, before);
                behind = before;
            }
        }
    }

    private double[] beforeChange(
            int l, double[] signal, double[] signalChange, double[] v, double[] unsloped, double[] inputChange) {
        double[] change = unsloped(l, x, signalChange);
        DenseLayer layer = layers.get(l);
        Multiplication.add(rows, layer.outputs(), layer.inputs(), signal, v, layer.from(), change);
        for (int i = 0; i < change.length; i++) {
            double unit = flow[l][i];
            change[i] = change[i] * activation.slope(unit) + unsloped[i] * activation.bend(unit) * inputChange[i];
        }
        return change;
    }

    /** Squares of an outer product are the outer product of squares. */
    void squares(double[] signal, double[] squares) {
        double[][] signals = signals(signal);
        for (int l = 0; l < signals.length; l++) {
            collect(layers.get(l), squared(signals[l]), squared(flow[l]), squares);
        }
    }

    private static double[] squared(double[] entries) {
        return Arrays.stream(entries).map(entry -> entry * entry).toArray();
    }
}
