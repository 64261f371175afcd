package org.cotangent.optim.stochastic;

import java.util.Objects;
import org.cotangent.ad.function.FiniteSum;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/**
 * Sharpness-aware minimization: the gradient of a batch where the loss is about largest within a small
 * distance, so that minima in wide valleys are preferred (Foret, Kleiner, Mobahi, Neyshabur 2021,
 * Sharpness-aware minimization for efficiently improving generalization, algorithm 1). Two gradients
 * an estimate. What it converges to is no stationary point of the loss itself.
 *
 * @param batches which examples
 * @param radius the distance ρ, positive; the authors use 0.05
 */
public record SharpnessAware(Batches batches, double radius) implements Estimator<FiniteSum> {

    public SharpnessAware {
        Objects.requireNonNull(batches, "batches are null, expected some such as Batches.shuffled(32, seed)");
        Require.positive("radius", radius, "0.05");
    }

    @Override
    public Memory begin(Objective<? extends FiniteSum> objective) {
        return new Uphill(objective, batches.begin(objective.size()), radius);
    }

    private static final class Uphill implements Memory {

        private final Objective<?> objective;
        private final BatchSequence sequence;
        private final double radius;
        private final double[] above;
        private int[] batch = {};

        Uphill(Objective<?> objective, BatchSequence sequence, double radius) {
            this.objective = objective;
            this.sequence = sequence;
            this.radius = radius;
            above = new double[objective.dimension()];
        }

        @Override
        public double estimate(double[] x, double[] gradient) {
            batch = sequence.current();
            double value = objective.valueAndGradient(x, batch, gradient);
            double norm = Vectors.norm(gradient);
            if (norm > 0) {
                Vectors.sum(x, radius / norm, gradient, above);
                objective.valueAndGradient(above, batch, gradient);
            }
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
