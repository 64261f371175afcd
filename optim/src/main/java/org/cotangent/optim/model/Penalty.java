package org.cotangent.optim.model;

import java.util.List;

/**
 * A quadratic penalty on the variables of a model: half its curvature times the sum of squares.
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
        if (curvature == 0) {
            return 0;
        }
        double squares = 0;
        for (int l = 0; l < layers.size(); l++) {
            squares += squares(x, layers.get(l).from(), end(layers.get(l)));
        }
        return curvature / 2 * squares;
    }

    /** On all variables of a model without layers. */
    double value(double[] x) {
        return curvature == 0 ? 0 : curvature / 2 * squares(x, 0, x.length);
    }

    /** Adds the product of that Hessian with v, so many times. */
    void addProduct(int times, double[] v, double[] product) {
        if (curvature != 0) {
            addProduct(times, v, 0, v.length, product);
        }
    }

    private void addProduct(int times, double[] v, int from, int to, double[] product) {
        for (int k = from; k < to; k++) {
            product[k] += times * curvature * v[k];
        }
    }

    /** In four partial sums, which do not wait for each other. */
    private static double squares(double[] x, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = from;
        for (; k + 3 < to; k += 4) {
            s0 += x[k] * x[k];
            s1 += x[k + 1] * x[k + 1];
            s2 += x[k + 2] * x[k + 2];
            s3 += x[k + 3] * x[k + 3];
        }
        for (; k < to; k++) {
            s0 += x[k] * x[k];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Adds the product of its Hessian with v, so many times. */
    void addProduct(List<DenseLayer> layers, int times, double[] v, double[] product) {
        if (curvature == 0) {
            return;
        }
        for (int l = 0; l < layers.size(); l++) {
            addProduct(times, v, layers.get(l).from(), end(layers.get(l)), product);
        }
    }

    private int end(DenseLayer layer) {
        return ofOffsets ? layer.to() : layer.offsets();
    }
}
