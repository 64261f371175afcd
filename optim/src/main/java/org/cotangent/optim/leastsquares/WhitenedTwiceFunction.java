package org.cotangent.optim.leastsquares;

import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;

/** L⁻¹ r(x), with second derivatives. */
record WhitenedTwiceFunction(TwiceDifferentiableVectorFunction function, WhitenedFunction first, Whitening whitening)
        implements TwiceDifferentiableVectorFunction {

    WhitenedTwiceFunction(TwiceDifferentiableVectorFunction function, Whitening whitening) {
        this(function, new WhitenedFunction(function, whitening), whitening);
    }

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
        double[] weights = w.clone();
        whitening.applyTransposed(weights);
        function.weightedHessianVectorProduct(x, weights, v, product);
    }
}
