package org.cotangent.ad.function;

import java.util.Arrays;

/** A sum of twice differentiable functions, one for each example. */
final class TwiceExampleSum implements TwiceDifferentiableSum {

    private final ExampleSum<TwiceDifferentiableFunction> sum;

    TwiceExampleSum(ExampleSum<TwiceDifferentiableFunction> sum) {
        this.sum = sum;
    }

    @Override
    public int size() {
        return sum.size();
    }

    @Override
    public int dimension() {
        return sum.dimension();
    }

    @Override
    public double value(double[] x, int[] batch) {
        return sum.value(x, batch);
    }

    @Override
    public double valueAndGradient(double[] x, int[] batch, double[] gradient) {
        return sum.valueAndGradient(x, batch, gradient);
    }

    @Override
    public void hessianVectorProduct(double[] x, int[] batch, double[] v, double[] product) {
        Products.require(dimension(), x, v, product);
        Arrays.fill(product, 0);
        double[] one = new double[product.length];
        for (int i : FiniteSums.requireBatch(batch, size())) {
            sum.example(i).hessianVectorProduct(x, v, one);
            ExampleSum.add(one, product);
        }
    }
}
