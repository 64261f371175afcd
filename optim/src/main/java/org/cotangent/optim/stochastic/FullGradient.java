package org.cotangent.optim.stochastic;

import java.util.Arrays;
import org.cotangent.ad.function.FiniteSum;
import org.cotangent.optim.run.State;

/** The gradient itself, from all examples: an epoch is one update. */
public record FullGradient() implements Estimator<FiniteSum> {

    @Override
    public Memory begin(Objective<? extends FiniteSum> objective) {
        return new All(objective);
    }

    private static final class All implements Memory {

        private final Objective<?> objective;
        private final int[] all;

        All(Objective<?> objective) {
            this.objective = objective;
            all = new int[objective.size()];
            Arrays.setAll(all, i -> i);
        }

        @Override
        public double estimate(double[] x, double[] gradient) {
            return objective.valueAndGradient(x, gradient);
        }

        @Override
        public int[] batch() {
            return all;
        }

        @Override
        public long perEpoch() {
            return 1;
        }

        @Override
        public void exchange(State state) {}
    }
}
