package org.cotangent.optim.leastsquares;

import org.cotangent.ad.function.VectorFunction;

/**
 * Predictions less data.
 *
 * @param predictions f(p), m values
 * @param data length m, kept
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Misfit(VectorFunction predictions, double[] data) implements VectorFunction {

    @Override
    public int inputDimension() {
        return predictions.inputDimension();
    }

    @Override
    public int outputDimension() {
        return predictions.outputDimension();
    }

    @Override
    public void value(double[] x, double[] y) {
        predictions.value(x, y);
        subtract(y);
    }

    @Override
    public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
        predictions.jvp(x, xDot, y, yDot);
        subtract(y);
    }

    @Override
    public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
        predictions.vjp(x, yBar, y, xBar);
        subtract(y);
    }

    @Override
    public void jacobian(double[] x, double[] y, double[] jacobian) {
        predictions.jacobian(x, y, jacobian);
        subtract(y);
    }

    private void subtract(double[] y) {
        for (int i = 0; i < data.length; i++) {
            y[i] -= data[i];
        }
    }
}
