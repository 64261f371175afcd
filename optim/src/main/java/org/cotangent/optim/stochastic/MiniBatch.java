package org.cotangent.optim.stochastic;

import java.util.Objects;
import org.cotangent.ad.function.FiniteSum;
import org.cotangent.optim.run.State;

/**
 * The mean gradient of a batch (Robbins, Monro 1951).
 *
 * @param batches which examples
 */
public record MiniBatch(Batches batches) implements Estimator<FiniteSum> {

    public MiniBatch {
        Objects.requireNonNull(batches, "batches are null, expected some such as Batches.shuffled(32, seed)");
    }

    @Override
    public Memory begin(Objective<? extends FiniteSum> objective) {
        return new Sampled(objective, batches.begin(objective.size()));
    }

    private static final class Sampled implements Memory {

        private final Objective<?> objective;
        private final BatchSequence sequence;
        private int[] batch = {};

        Sampled(Objective<?> objective, BatchSequence sequence) {
            this.objective = objective;
            this.sequence = sequence;
        }

        @Override
        public double estimate(double[] x, double[] gradient) {
            batch = sequence.current();
            double value = objective.valueAndGradient(x, batch, gradient);
            // Only now: where the budget ends in between, the same batch is next after a resume.
            sequence.advance();
            return value;
        }

        @Override
        public int[] batch() {
            return batch;
        }

        @Override
        public long perEpoch() {
            return sequence.perEpoch();
        }

        @Override
        public void exchange(State state) {
            state.part("batches", sequence);
        }
    }
}
