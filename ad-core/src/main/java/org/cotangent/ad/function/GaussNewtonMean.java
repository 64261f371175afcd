package org.cotangent.ad.function;

/** The mean over all examples with the Gauss-Newton matrix in place of the Hessian. */
final class GaussNewtonMean implements TwiceDifferentiableFunction {

    private final MeanFunction<GaussNewtonSum> mean;

    GaussNewtonMean(MeanFunction<GaussNewtonSum> mean) {
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
        mean.meanProduct(x, v, product, (chunk, part) -> mean.sum().gaussNewtonProduct(x, chunk, v, part));
    }

    @Override
    public LinearOperator hessianAt(double[] x) {
        return mean.meanOperator(x, GaussNewtonSum::gaussNewtonAt);
    }
}
