package org.cotangent.optim;

import org.cotangent.ad.function.TwiceDifferentiableFunction;

/** A function times a number. */
record Multiple(double factor, TwiceDifferentiableFunction function) implements TwiceDifferentiableFunction {

    @Override
    public int dimension() {
        return function.dimension();
    }

    @Override
    public double value(double[] x) {
        return factor * function.value(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        double value = function.valueAndGradient(x, gradient);
        scale(gradient);
        return factor * value;
    }

    @Override
    public void hessianVectorProduct(double[] x, double[] v, double[] product) {
        function.hessianVectorProduct(x, v, product);
        scale(product);
    }

    private void scale(double[] vector) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }
}
