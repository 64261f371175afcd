package org.cotangent.optim.leastsquares;

import org.cotangent.ad.function.Checks;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.run.Vectors;

/**
 * ½ Σ rᵢ(x)² as a scalar function, for methods that know nothing of residuals.
 *
 * @param residuals the residuals, n to m
 */
public record LeastSquaresFunction(VectorFunction residuals) implements DifferentiableFunction {

    @Override
    public int dimension() {
        return residuals.inputDimension();
    }

    @Override
    public double value(double[] x) {
        double[] r = new double[residuals.outputDimension()];
        residuals.value(x, r);
        return Vectors.dot(r, r) / 2;
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        Checks.distinct("gradient", gradient, "point", x);
        double[] r = new double[residuals.outputDimension()];
        double[] again = new double[r.length];
        residuals.value(x, r);
        residuals.vjp(x, r, again, gradient);
        return Vectors.dot(r, r) / 2;
    }
}
