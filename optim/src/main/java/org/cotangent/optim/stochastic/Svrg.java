package org.cotangent.optim.stochastic;

import java.util.Objects;
import org.cotangent.ad.function.FiniteSum;
import org.cotangent.optim.run.State;

/**
 * Stochastic variance reduced gradient: the gradient of a batch, corrected by what the same batch said
 * at a point where the full gradient is known (Johnson, Zhang 2013, Accelerating stochastic gradient
 * descent using predictive variance reduction, figure 1, option I). With a constant rate it converges
 * linearly on smooth, strongly convex sums, where plain batches stay at the level of their noise. Two
 * gradients of a batch an estimate, and a full one every so often.
 *
 * @param batches which examples
 * @param epochs between full gradients, at least 1; the authors use 2 for convex sums and 5 else
 */
public record Svrg(Batches batches, int epochs) implements Estimator<FiniteSum> {

    public Svrg {
        Objects.requireNonNull(batches, "batches are null, expected some such as Batches.shuffled(32, seed)");
        if (epochs < 1) {
            throw new IllegalArgumentException(
                    "epochs between full gradients are " + epochs + ", expected at least 1; try 2");
        }
    }

    @Override
    public Memory begin(Objective<? extends FiniteSum> objective) {
        return new Anchored(objective, batches.begin(objective.size()), epochs);
    }

    private static final class Anchored implements Memory {

        private final Objective<?> objective;
        private final BatchSequence sequence;
        private final long mostSince;
        private final double[] anchor;
        private final double[] anchorGradient;
        private final double[] atAnchor;
        private double anchorValue;
        private long since;
        private int[] batch = {};

        Anchored(Objective<?> objective, BatchSequence sequence, int epochs) {
            this.objective = objective;
            this.sequence = sequence;
            mostSince = epochs * sequence.perEpoch();
            since = mostSince;
            anchor = new double[objective.dimension()];
            anchorGradient = new double[anchor.length];
            atAnchor = new double[anchor.length];
        }

        @Override
        public double estimate(double[] x, double[] gradient) {
            if (since == mostSince) {
                anchorValue = objective.valueAndGradient(x, anchorGradient);
                System.arraycopy(x, 0, anchor, 0, x.length);
                since = 0;
            }
            batch = sequence.current();
            double value = objective.valueAndGradient(x, batch, gradient);
            double valueAtAnchor = objective.valueAndGradient(anchor, batch, atAnchor);
            sequence.advance();
            since++;
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += anchorGradient[i] - atAnchor[i];
            }
            return value - valueAtAnchor + anchorValue;
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
            since = state.integer(since);
            anchorValue = state.number(anchorValue);
            state.vector(anchor);
            state.vector(anchorGradient);
        }
    }
}
