package org.cotangent.optim.model;

import java.util.List;

/**
 * A quadratic penalty on the variables of layers: half its curvature times the sum of squares.
 *
 * @param curvature 0 for none
 * @param ofOffsets whether offsets are penalized as weights are
 */
record Penalty(double curvature, boolean ofOffsets) {

    Penalty {
        if (!(curvature >= 0) || Double.isInfinite(curvature)) {
            throw new IllegalArgumentException("penalty is " + curvature + ", expected finite and at least 0");
        }
    }

    double value(List<DenseLayer> layers, double[] x) {
        double squares = 0;
        for (DenseLayer layer : layers) {
            for (int k = layer.from(); k < end(layer); k++) {
                squares += x[k] * x[k];
            }
        }
        return curvature / 2 * squares;
    }

    /** Adds the product of its Hessian with v, so many times. */
    void addProduct(List<DenseLayer> layers, int times, double[] v, double[] product) {
        for (DenseLayer layer : layers) {
            for (int k = layer.from(); k < end(layer); k++) {
                product[k] += times * curvature * v[k];
            }
        }
    }

    private int end(DenseLayer layer) {
        return ofOffsets ? layer.to() : layer.offsets();
    }
}
