package org.cotangent.examples.learning;

import org.cotangent.optim.model.OutputLoss;

/**
 * The surprise of numbers under a normal distribution whose natural parameters are z = (μ / σ², −1 / 2σ²):
 * −log density, convex in z. A model of any other parameters says what z they mean.
 */
final class NormalLoss implements OutputLoss {

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private final double[] sample;

    NormalLoss(double[] sample) {
        this.sample = sample.clone();
    }

    @Override
    public int size() {
        return sample.length;
    }

    @Override
    public int outputs() {
        return 2;
    }

    @Override
    public double valueAndGradient(int example, double[] z, double[] gradient) {
        double y = sample[example];
        double variance = -0.5 / z[1];
        double mean = z[0] * variance;
        gradient[0] = mean - y;
        gradient[1] = mean * mean + variance - y * y;
        return HALF_LOG_TWO_PI + 0.5 * Math.log(variance) + (y - mean) * (y - mean) / (2 * variance);
    }

    /** The covariance of y and y² as the model predicts them, times v. */
    @Override
    public void hessianProduct(int example, double[] z, double[] v, double[] product) {
        double variance = -0.5 / z[1];
        double mean = z[0] * variance;
        double mixed = 2 * mean * variance;
        product[0] = variance * v[0] + mixed * v[1];
        product[1] = mixed * v[0] + (2 * variance * variance + 4 * mean * mean * variance) * v[1];
    }

    /** A Cholesky factor of that covariance, by columns. */
    @Override
    public double[][] fisherFactors(int example, double[] z) {
        double variance = -0.5 / z[1];
        double mean = z[0] * variance;
        double deviation = Math.sqrt(variance);
        return new double[][] {{deviation, 2 * mean * deviation}, {0, Math.sqrt(2) * variance}};
    }
}
