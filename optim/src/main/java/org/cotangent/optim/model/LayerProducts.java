package org.cotangent.optim.model;

import org.cotangent.ad.linalg.MatrixProducts;

/** Products of what flows through a dense layer, stored by rows, with its weights. */
final class LayerProducts {

    private LayerProducts() {}

    /**
     * outputs = inputs · Wᵀ + offsets.
     *
     * @param parameters variables of the network, or a direction
     * @param at index of the first input
     */
    static void through(DenseLayer layer, double[] parameters, int rows, double[] inputs, int at, double[] outputs) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(parameters, layer.offsets(), outputs, row * layer.outputs(), layer.outputs());
        }
        addThrough(layer, parameters, rows, inputs, at, outputs);
    }

    /** outputs += inputs · Wᵀ. */
    static void addThrough(DenseLayer layer, double[] parameters, int rows, double[] inputs, int at, double[] outputs) {
        MatrixProducts.addProduct(
                false, inputs, at, true, parameters, layer.from(), rows, layer.inputs(), layer.outputs(), outputs, 0);
    }

    /** before += signal · W. */
    static void addBack(DenseLayer layer, double[] parameters, int rows, double[] signal, double[] before) {
        MatrixProducts.addProduct(
                false, signal, 0, false, parameters, layer.from(), rows, layer.outputs(), layer.inputs(), before, 0);
    }

    /**
     * Adds signalᵀ · inputs to the weights of a gradient, and the sum of signals to its offsets.
     *
     * @param at index of the first input
     */
    static void collect(DenseLayer layer, int rows, double[] signal, double[] inputs, int at, double[] gradient) {
        collectWeights(layer, rows, signal, inputs, at, gradient);
        for (int row = 0; row < rows; row++) {
            addRow(signal, row * layer.outputs(), layer.outputs(), gradient, layer.offsets());
        }
    }

    /** Adds signalᵀ · inputs to the weights of a gradient. */
    static void collectWeights(
            DenseLayer layer, int rows, double[] signal, double[] inputs, int at, double[] gradient) {
        MatrixProducts.addProduct(
                true, signal, 0, false, inputs, at, layer.outputs(), rows, layer.inputs(), gradient, layer.from());
    }

    private static void addRow(double[] from, int start, int count, double[] to, int at) {
        for (int i = 0; i < count; i++) {
            to[at + i] += from[start + i];
        }
    }
}
