package org.cotangent.optim.model;

import java.util.Arrays;
import java.util.List;

/** One example on its way through the layers and back, in buffers for all examples of a batch. */
final class NetworkPass {

    private final List<DenseLayer> layers;
    private final Activation activation;
    private final double[] x;
    private final double[][] activations;
    private final double[][] tangents;
    private final double[][] signals;

    NetworkPass(List<DenseLayer> layers, Activation activation, double[] x) {
        this.layers = layers;
        this.activation = activation;
        this.x = x;
        int count = layers.size();
        activations = new double[count + 1][];
        tangents = new double[count + 1][];
        signals = new double[count][];
        tangents[0] = new double[layers.get(0).inputs()];
        for (int k = 0; k < count; k++) {
            int outputs = layers.get(k).outputs();
            activations[k + 1] = new double[outputs];
            tangents[k + 1] = new double[outputs];
            signals[k] = new double[outputs];
        }
    }

    /** What goes into a layer. */
    double[] activation(int layer) {
        return activations[layer];
    }

    double[] outputs() {
        return activations[layers.size()];
    }

    /** What came back to the inputs of a layer's units. */
    double[] signal(int layer) {
        return signals[layer];
    }

    void forward(double[] input) {
        activations[0] = input;
        for (int k = 0; k < layers.size(); k++) {
            DenseLayer layer = layers.get(k);
            double[] in = activations[k];
            double[] out = activations[k + 1];
            for (int u = 0; u < out.length; u++) {
                double sum = x[layer.offsets() + u];
                int row = layer.from() + u * in.length;
                for (int j = 0; j < in.length; j++) {
                    sum += x[row + j] * in[j];
                }
                out[u] = isLast(k) ? sum : activation.value(sum);
            }
        }
    }

    private boolean isLast(int layer) {
        return layer == layers.size() - 1;
    }

    private double slope(int layer, int unit) {
        return isLast(layer) ? 1 : activation.slope(activations[layer + 1][unit]);
    }

    /** The tangent of the outputs for one of the variables, after a pass forward. */
    double[] tangent(double[] v) {
        for (int k = 0; k < layers.size(); k++) {
            DenseLayer layer = layers.get(k);
            double[] in = activations[k];
            double[] inDot = tangents[k];
            double[] outDot = tangents[k + 1];
            for (int u = 0; u < outDot.length; u++) {
                double sum = v[layer.offsets() + u];
                int row = layer.from() + u * in.length;
                for (int j = 0; j < in.length; j++) {
                    sum += v[row + j] * in[j] + x[row + j] * inDot[j];
                }
                outDot[u] = slope(k, u) * sum;
            }
        }
        return tangents[layers.size()];
    }

    /** Brings adjoints of the outputs back to all units, after a pass forward. */
    void back(double[] outputsBar) {
        int last = layers.size() - 1;
        System.arraycopy(outputsBar, 0, signals[last], 0, outputsBar.length);
        for (int k = last; k > 0; k--) {
            DenseLayer layer = layers.get(k);
            double[] bar = signals[k - 1];
            Arrays.fill(bar, 0);
            for (int u = 0; u < layer.outputs(); u++) {
                int row = layer.from() + u * bar.length;
                for (int j = 0; j < bar.length; j++) {
                    bar[j] += signals[k][u] * x[row + j];
                }
            }
            for (int j = 0; j < bar.length; j++) {
                bar[j] *= slope(k - 1, j);
            }
        }
    }

    /** Adds the gradient that follows from what came back. */
    void addGradient(double[] gradient) {
        for (int k = 0; k < layers.size(); k++) {
            DenseLayer layer = layers.get(k);
            double[] in = activations[k];
            for (int u = 0; u < layer.outputs(); u++) {
                double bar = signals[k][u];
                int row = layer.from() + u * in.length;
                for (int j = 0; j < in.length; j++) {
                    gradient[row + j] += bar * in[j];
                }
                gradient[layer.offsets() + u] += bar;
            }
        }
    }
}
