package org.cotangent.ad.function;

import java.util.Arrays;

/** A sum whose twice differentiable mean over any batch is known. */
final class TwiceMeanSum implements TwiceDifferentiableSum {

    private final MeanSum<TwiceDifferentiableFunction> sum;

    TwiceMeanSum(MeanSum<TwiceDifferentiableFunction> sum) {
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
        FiniteSums.requireBatch(batch, size());
        if (batch.length == 0) {
            Arrays.fill(product, 0);
            return;
        }
        sum.mean(batch).hessianVectorProduct(x, v, product);
        Products.scale(batch.length, product);
    }
}
