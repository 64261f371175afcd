package org.cotangent.optim;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.function.VectorFunction;

/** Residuals written once, as formulas over {@link Jet}. */
record JetResiduals(int inputDimension, int outputDimension, Function<Jet[], List<Jet>> formula)
        implements TwiceDifferentiableVectorFunction {

    private List<Jet> jets(double[] x, int order) {
        Jet[] variables = new Jet[x.length];
        Arrays.setAll(variables, i -> Jet.variable(x, i, order));
        return formula.apply(variables);
    }

    /** The same without second derivatives. */
    VectorFunction first() {
        return Functions.of(inputDimension, outputDimension, this::value, this::rows);
    }

    private void rows(double[] x, double[] jacobian) {
        List<Jet> jets = jets(x, 1);
        for (int i = 0; i < outputDimension; i++) {
            System.arraycopy(jets.get(i).gradient(), 0, jacobian, i * x.length, x.length);
        }
    }

    @Override
    public void value(double[] x, double[] y) {
        List<Jet> jets = jets(x, 0);
        Arrays.setAll(y, i -> jets.get(i).value());
    }

    @Override
    public void jvp(double[] x, double[] xDot, double[] y, double[] yDot) {
        first().jvp(x, xDot, y, yDot);
    }

    @Override
    public void vjp(double[] x, double[] yBar, double[] y, double[] xBar) {
        first().vjp(x, yBar, y, xBar);
    }

    @Override
    public void weightedHessianVectorProduct(double[] x, double[] w, double[] v, double[] product) {
        List<Jet> jets = jets(x, 2);
        Arrays.fill(product, 0);
        for (int i = 0; i < w.length; i++) {
            for (int k = 0; k < x.length * x.length; k++) {
                product[k / x.length] += w[i] * jets.get(i).hessian()[k] * v[k % x.length];
            }
        }
    }
}
