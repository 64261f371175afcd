package org.cotangent.optim;

import java.util.Arrays;
import org.cotangent.ad.function.TwiceDifferentiableFunction;

/** Rosenbrock's valley, Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)², derivatives by hand. */
record Rosenbrock(int dimension) implements TwiceDifferentiableFunction {

    @Override
    public double value(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            double slope = 1 - x[i];
            sum += 100 * valley * valley + slope * slope;
        }
        return sum;
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        Arrays.fill(gradient, 0);
        for (int i = 0; i + 1 < x.length; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            gradient[i] += -400 * x[i] * valley - 2 * (1 - x[i]);
            gradient[i + 1] += 200 * valley;
        }
        return value(x);
    }

    @Override
    public void hessianVectorProduct(double[] x, double[] v, double[] product) {
        Arrays.fill(product, 0);
        for (int i = 0; i + 1 < x.length; i++) {
            double coupling = -400 * x[i];
            product[i] += (1200 * x[i] * x[i] - 400 * x[i + 1] + 2) * v[i] + coupling * v[i + 1];
            product[i + 1] += coupling * v[i] + 200 * v[i + 1];
        }
    }
}
