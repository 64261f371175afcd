package org.cotangent.optim.stochastic;

import org.cotangent.optim.run.State;

/**
 * A moving mean of the points, corrected for its beginning as Adam's means are (Kingma, Ba 2015, section
 * 7.2). Updates go on from the points themselves.
 *
 * @param kept from 0 to below 1
 */
public record ExponentialAverage(double kept) implements Averaging {

    public ExponentialAverage {
        Require.decay("decay", kept, "0.999");
    }

    @Override
    public Memory begin(double[] start) {
        return new Mean(kept, start.length);
    }

    private static final class Mean implements Memory {

        private final double kept;
        private final double[] sum;
        private long count;

        Mean(double kept, int dimension) {
            this.kept = kept;
            sum = new double[dimension];
        }

        @Override
        public void moved(double[] x) {
            count++;
            for (int i = 0; i < x.length; i++) {
                sum[i] = kept * sum[i] + (1 - kept) * x[i];
            }
        }

        @Override
        public void show(double[] x, double[] shown) {
            double bias = 1 - Math.pow(kept, (double) count);
            for (int i = 0; i < x.length; i++) {
                shown[i] = count == 0 ? x[i] : sum[i] / bias;
            }
        }

        @Override
        public void exchange(State state) {
            count = state.integer(count);
            state.vector(sum);
        }
    }
}
