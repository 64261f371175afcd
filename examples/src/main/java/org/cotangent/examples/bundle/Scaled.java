package org.cotangent.examples.bundle;

import org.cotangent.ad.function.TwiceDifferentiableFunction;

/** A function of variables in units of their own: at y it is f at start + unit · y. */
final class Scaled implements TwiceDifferentiableFunction {

    private final TwiceDifferentiableFunction f;
    private final double[] start;
    private final double[] units;

    Scaled(TwiceDifferentiableFunction f, double[] start, double[] units) {
        this.f = f;
        this.start = start.clone();
        this.units = units.clone();
    }

    @Override
    public int dimension() {
        return f.dimension();
    }

    /** Where f is evaluated. */
    double[] point(double[] y) {
        double[] x = start.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] += units[i] * y[i];
        }
        return x;
    }

    @Override
    public double value(double[] y) {
        return f.value(point(y));
    }

    @Override
    public double valueAndGradient(double[] y, double[] gradient) {
        double value = f.valueAndGradient(point(y), gradient);
        multiply(gradient, gradient);
        return value;
    }

    @Override
    public void hessianVectorProduct(double[] y, double[] v, double[] product) {
        double[] direction = new double[v.length];
        multiply(v, direction);
        f.hessianVectorProduct(point(y), direction, product);
        multiply(product, product);
    }

    private void multiply(double[] vector, double[] product) {
        for (int i = 0; i < vector.length; i++) {
            product[i] = units[i] * vector[i];
        }
    }
}
