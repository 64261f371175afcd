package org.cotangent.optim;

import org.cotangent.ad.function.VectorFunction;

/** Hides the second derivatives of a vector function. */
record FirstOrderOnly(VectorFunction function) implements VectorFunction {

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
    }

    @Override
    public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
        function.jvp(x, xDot, y, yDot);
    }

    @Override
    public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
        function.vjp(x, yBar, y, xBar);
    }

    @Override
    public void jacobian(double[] x, double[] y, double[] jacobian) {
        function.jacobian(x, y, jacobian);
    }
}
