package org.cotangent.optim.stochastic;

import org.cotangent.optim.run.State;

/**
 * The gradient with a part of the last update added: v ← μ v + g (Polyak 1964).
 *
 * @param kept μ, from 0 to below 1
 */
public record Momentum(double kept) implements GradientTransformation {

    public Momentum {
        Require.decay("momentum", kept, "0.9");
    }

    @Override
    public Memory begin(int dimension) {
        return new Velocity(kept, dimension);
    }

    private static final class Velocity implements Memory {

        private final double kept;
        private final double[] velocity;

        Velocity(double kept, int dimension) {
            this.kept = kept;
            velocity = new double[dimension];
        }

        @Override
        public void apply(Update update) {
            double[] vector = update.vector();
            for (int i = 0; i < vector.length; i++) {
                velocity[i] = kept * velocity[i] + vector[i];
                vector[i] = velocity[i];
            }
        }

        @Override
        public void exchange(State state) {
            state.vector(velocity);
        }
    }
}
