package org.cotangent.problems;

import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;

/**
 * Σ rᵢ² of residuals, without a factor ½, as the literature on test problems has it: a fit as a function for
 * minimizers that know nothing of residuals.
 */
public record SumOfSquares(TwiceDifferentiableVectorFunction residuals) implements TwiceDifferentiableFunction {

    @Override
    public int dimension() {
        return residuals.inputDimension();
    }

    @Override
    public double value(double[] x) {
        double[] r = new double[residuals.outputDimension()];
        residuals.value(x, r);
        return square(r);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        Checks.distinct("gradient", gradient, "point", x);
        double[] r = new double[residuals.outputDimension()];
        residuals.value(x, r);
        residuals.vjp(x, r.clone(), r, gradient);
        twice(gradient);
        return square(r);
    }

    @Override
    public void hessianVectorProduct(double[] x, double[] v, double[] product) {
        Checks.distinct("product", product, "point", x);
        Checks.distinct("product", product, "direction", v);
        int m = residuals.outputDimension();
        double[] r = new double[m];
        double[] rDot = new double[m];
        double[] ofJacobian = new double[x.length];
        residuals.jvp(x, v, r, rDot);
        residuals.weightedHessianVectorProduct(x, r, v, product);
        residuals.vjp(x, rDot, r, ofJacobian);
        for (int j = 0; j < x.length; j++) {
            product[j] += ofJacobian[j];
        }
        twice(product);
    }

    private static void twice(double[] vector) {
        for (int j = 0; j < vector.length; j++) {
            vector[j] *= 2;
        }
    }

    private static double square(double[] r) {
        double sum = 0;
        for (double entry : r) {
            sum += entry * entry;
        }
        return sum;
    }
}
