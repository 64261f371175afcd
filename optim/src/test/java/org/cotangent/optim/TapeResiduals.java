package org.cotangent.optim;

import java.util.Arrays;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;

/** The outputs of a tape as residuals. */
record TapeResiduals(Tape tape) implements TwiceDifferentiableVectorFunction {

    @Override
    public int inputDimension() {
        return tape.inputs();
    }

    @Override
    public int outputDimension() {
        return tape.outputs();
    }

    @Override
    public void value(double[] x, double[] y) {
        Jet[] jets = tape.run(x, 0);
        for (int i = 0; i < y.length; i++) {
            y[i] = jets[i].value();
        }
    }

    @Override
    public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
        Jet[] jets = tape.run(x, 1);
        for (int i = 0; i < y.length; i++) {
            y[i] = jets[i].value();
            yDot[i] = dot(jets[i].gradient(), 0, xDot);
        }
    }

    @Override
    public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
        Jet[] jets = tape.run(x, 1);
        Arrays.fill(xBar, 0);
        for (int i = 0; i < y.length; i++) {
            y[i] = jets[i].value();
            for (int j = 0; j < xBar.length; j++) {
                xBar[j] += yBar[i] * jets[i].gradient()[j];
            }
        }
    }

    @Override
    public void jacobian(double[] x, double[] y, double[] jacobian) {
        Jet[] jets = tape.run(x, 1);
        for (int i = 0; i < y.length; i++) {
            y[i] = jets[i].value();
            System.arraycopy(jets[i].gradient(), 0, jacobian, i * x.length, x.length);
        }
    }

    @Override
    public void weightedHessianVectorProduct(double[] x, double[] w, double[] v, double[] product) {
        Jet[] jets = tape.run(x, 2);
        Arrays.fill(product, 0);
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < x.length; j++) {
                product[j] += w[i] * dot(jets[i].hessian(), j * x.length, v);
            }
        }
    }

    private static double dot(double[] row, int offset, double[] v) {
        double sum = 0;
        for (int j = 0; j < v.length; j++) {
            sum += row[offset + j] * v[j];
        }
        return sum;
    }
}
