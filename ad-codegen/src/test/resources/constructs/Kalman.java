// A filter of two states over a series of measurements, with records for its state.
// f: in 0.5..1.5, in 0.5..1.5, {1, 1.5, 1.2, 2}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Kalman {
    record Estimate(double mean, double variance) {}

    @Differentiable(wrt = {"process", "noise"})
    static double f(double process, double noise, double[] series) {
        Estimate estimate = new Estimate(0, 10);
        double logLikelihood = 0;
        for (double z : series) {
            Estimate predicted = new Estimate(estimate.mean() * 0.9, estimate.variance() * 0.81 + process * process);
            double spread = predicted.variance() + noise * noise;
            double residual = z - predicted.mean();
            logLikelihood -= 0.5 * (Math.log(spread) + residual * residual / spread);
            double gain = predicted.variance() / spread;
            estimate = new Estimate(predicted.mean() + gain * residual, (1 - gain) * predicted.variance());
        }
        return logLikelihood;
    }
}
