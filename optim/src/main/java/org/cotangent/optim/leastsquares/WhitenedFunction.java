package org.cotangent.optim.leastsquares;

import org.cotangent.ad.function.VectorFunction;

/** L⁻¹ r(x), with first derivatives. */
record WhitenedFunction(VectorFunction function, Whitening whitening) implements VectorFunction {

    @Override
    public int inputDimension() {
        return function.inputDimension();
    }

    @Override
    public int outputDimension() {
        return function.outputDimension();
    }

    @Override
    public void value(double[] x, double[] y) {
        function.value(x, y);
        whitening.apply(y, 1);
    }

    @Override
    public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
        function.jvp(x, xDot, y, yDot);
        whitening.apply(y, 1);
        whitening.apply(yDot, 1);
    }

    @Override
    public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
        double[] seed = yBar.clone();
        whitening.applyTransposed(seed);
        function.vjp(x, seed, y, xBar);
        whitening.apply(y, 1);
    }

    @Override
    public void jacobian(double[] x, double[] y, double[] jacobian) {
        function.jacobian(x, y, jacobian);
        whitening.apply(y, 1);
        whitening.apply(jacobian, x.length);
    }
}
