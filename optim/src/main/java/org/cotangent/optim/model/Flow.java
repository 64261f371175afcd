package org.cotangent.optim.model;

import java.util.List;

/**
 * What depends on the point alone when some examples go through a network, by rows: what operators at a point keep.
 *
 * @param units what each layer gives out
 * @param signals what comes back of the loss to the inputs of each layer's units; empty where no Hessian is asked for
 * @param bends of each hidden layer, see {@link Activation#bends}; empty as well
 */
record Flow(double[][] units, double[][] signals, double[][] bends) {

    /** What a value, a gradient or a Gauss-Newton product needs. */
    static Flow forward(List<DenseLayer> layers, int rows) {
        return new Flow(arrays(layers, layers.size(), rows), new double[0][], new double[0][]);
    }

    /** What a Hessian needs. */
    static Flow curved(List<DenseLayer> layers, int rows) {
        int count = layers.size();
        return new Flow(arrays(layers, count, rows), arrays(layers, count, rows), arrays(layers, count - 1, rows));
    }

    static double[][] arrays(List<DenseLayer> layers, int count, int rows) {
        double[][] arrays = new double[count][];
        for (int l = 0; l < count; l++) {
            arrays[l] = new double[rows * layers.get(l).outputs()];
        }
        return arrays;
    }

    /** What the last layer gives out. */
    double[] outputs() {
        return units[units.length - 1];
    }

    boolean isCurved() {
        return signals.length > 0;
    }

    /** How many bytes the numbers take. */
    long bytes() {
        return bytes(units) + bytes(signals) + bytes(bends);
    }

    private static long bytes(double[][] arrays) {
        long length = 0;
        for (double[] array : arrays) {
            length += array.length;
        }
        return Double.BYTES * length;
    }
}
