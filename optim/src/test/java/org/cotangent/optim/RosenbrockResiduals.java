package org.cotangent.optim;

import java.util.Arrays;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;

/** 10 (xᵢ₊₁ − xᵢ²), 1 − xᵢ and 0.3 xᵢ: a valley whose residuals do not vanish at its end. */
record RosenbrockResiduals(int inputDimension) implements TwiceDifferentiableVectorFunction {

    private static final double PULL = 0.3;

    @Override
    public int outputDimension() {
        return 3 * (inputDimension - 1);
    }

    @Override
    public void value(double[] x, double[] y) {
        for (int i = 0; i + 1 < x.length; i++) {
            y[3 * i] = 10 * (x[i + 1] - x[i] * x[i]);
            y[3 * i + 1] = 1 - x[i];
            y[3 * i + 2] = PULL * x[i];
        }
    }

    @Override
    public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
        value(x, y);
        for (int i = 0; i + 1 < x.length; i++) {
            yDot[3 * i] = 10 * (xDot[i + 1] - 2 * x[i] * xDot[i]);
            yDot[3 * i + 1] = -xDot[i];
            yDot[3 * i + 2] = PULL * xDot[i];
        }
    }

    @Override
    public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
        value(x, y);
        Arrays.fill(xBar, 0);
        for (int i = 0; i + 1 < x.length; i++) {
            xBar[i] += -20 * x[i] * yBar[3 * i] - yBar[3 * i + 1] + PULL * yBar[3 * i + 2];
            xBar[i + 1] += 10 * yBar[3 * i];
        }
    }

    @Override
    public void weightedHessianVectorProduct(double[] x, double[] w, double[] v, double[] product) {
        Arrays.fill(product, 0);
        for (int i = 0; i + 1 < x.length; i++) {
            product[i] = -20 * w[3 * i] * v[i];
        }
    }
}
