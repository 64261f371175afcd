package org.cotangent.optim.stochastic;

import java.util.stream.IntStream;
import org.cotangent.ad.function.DifferentiableFunction;

/** The mean over all examples, which keeps what was computed and computes nothing that was kept. */
final class RememberingMean implements DifferentiableFunction {

    private final DifferentiableFunction mean;
    private final LatestGradient latest;
    private final int[] all;

    RememberingMean(DifferentiableFunction mean, LatestGradient latest, int size) {
        this.mean = mean;
        this.latest = latest;
        all = IntStream.range(0, size).toArray();
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
        if (latest.isOf(x, all)) {
            return latest.tell(gradient);
        }
        double value = mean.valueAndGradient(x, gradient);
        latest.keep(x, all, value, gradient);
        return value;
    }
}
