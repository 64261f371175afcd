package org.cotangent.examples.certification;

import org.cotangent.ad.function.VectorFunction;

/** Residuals that do not say that they know second derivatives. */
record FirstDerivatives(VectorFunction residuals) implements VectorFunction {

    @Override
    public int inputDimension() {
        return residuals.inputDimension();
    }

    @Override
    public int outputDimension() {
        return residuals.outputDimension();
    }

    @Override
    public void value(double[] x, double[] y) {
        residuals.value(x, y);
    }

    @Override
    public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
        residuals.jvp(x, xDot, y, yDot);
    }

    @Override
    public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
        residuals.vjp(x, yBar, y, xBar);
    }

    @Override
    public void jacobian(double[] x, double[] y, double[] jacobian) {
        residuals.jacobian(x, y, jacobian);
    }
}
