package org.cotangent.optim;

import org.cotangent.ad.function.TwiceDifferentiableFunction;

/** x² − y² + y⁴. */
final class SaddleFunction implements TwiceDifferentiableFunction {

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public double value(double[] x) {
        double square = x[1] * x[1];
        return x[0] * x[0] - square + square * square;
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        gradient[0] = 2 * x[0];
        gradient[1] = -2 * x[1] + 4 * x[1] * x[1] * x[1];
        return value(x);
    }

    @Override
    public void hessianVectorProduct(double[] x, double[] v, double[] product) {
        product[0] = 2 * v[0];
        product[1] = (-2 + 12 * x[1] * x[1]) * v[1];
    }
}
