package org.cotangent.optim.leastsquares;

import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;

/** Predictions less data, with the second derivatives of the predictions. */
record TwiceMisfit(TwiceDifferentiableVectorFunction predictions, Misfit first)
        implements TwiceDifferentiableVectorFunction {

    @Override
    public int inputDimension() {
        return first.inputDimension();
    }

    @Override
    public int outputDimension() {
        return first.outputDimension();
    }

    @Override
    public void value(double[] x, double[] y) {
        first.value(x, y);
    }

    @Override
    public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
        first.jvp(x, xDot, y, yDot);
    }

    @Override
    public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
        first.vjp(x, yBar, y, xBar);
    }

    @Override
    public void jacobian(double[] x, double[] y, double[] jacobian) {
        first.jacobian(x, y, jacobian);
    }

    @Override
    public void weightedHessianVectorProduct(double[] x, double[] w, double[] v, double[] product) {
        predictions.weightedHessianVectorProduct(x, w, v, product);
    }
}
