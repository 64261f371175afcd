package org.cotangent.ad.function;

/** The twice differentiable mean over all examples as a function. */
final class TwiceMeanFunction implements TwiceDifferentiableFunction {

    private final MeanFunction<TwiceDifferentiableSum> mean;

    TwiceMeanFunction(MeanFunction<TwiceDifferentiableSum> mean) {
        this.mean = mean;
    }

    @Override
    public int dimension() {
        return mean.dimension();
    }

    @Override
    public double value(double[] x) {
        return mean.value(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        return mean.valueAndGradient(x, gradient);
    }

    @Override
    public void hessianVectorProduct(double[] x, double[] v, double[] product) {
        mean.meanProduct(x, v, product, (chunk, part) -> mean.sum().hessianVectorProduct(x, chunk, v, part));
    }

    @Override
    public LinearOperator hessianAt(double[] x) {
        return mean.meanOperator(x, TwiceDifferentiableSum::hessianAt);
    }
}
