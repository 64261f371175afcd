package org.cotangent.optim.stochastic;

import org.cotangent.optim.run.State;

/**
 * The mean of all points from some update on (Polyak, Juditsky 1992, Acceleration of stochastic
 * approximation by averaging, equation 4). Updates go on from the points themselves.
 *
 * @param after how many updates points begin to count, not negative
 */
public record PolyakAverage(long after) implements Averaging {

    public PolyakAverage {
        if (after < 0) {
            throw new IllegalArgumentException(
                    "updates before points count are " + after + ", expected at least 0; try some epochs of them");
        }
    }

    @Override
    public Memory begin(double[] start) {
        return new Mean(after, start.length);
    }

    private static final class Mean implements Memory {

        private final long after;
        private final double[] mean;
        private long count;

        Mean(long after, int dimension) {
            this.after = after;
            mean = new double[dimension];
        }

        @Override
        public void moved(double[] x) {
            count++;
            long counted = count - after;
            if (counted > 0) {
                for (int i = 0; i < x.length; i++) {
                    mean[i] += (x[i] - mean[i]) / counted;
                }
            }
        }

        @Override
        public void show(double[] x, double[] shown) {
            System.arraycopy(count > after ? mean : x, 0, shown, 0, x.length);
        }

        @Override
        public void exchange(State state) {
            count = state.integer(count);
            state.vector(mean);
        }
    }
}
