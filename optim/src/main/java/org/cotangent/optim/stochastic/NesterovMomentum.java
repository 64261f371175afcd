package org.cotangent.optim.stochastic;

import org.cotangent.optim.run.State;

/**
 * Momentum that looks ahead: v ← μ v + g, and the update is g + μ v. The variables are the points
 * looked at, where the gradients are (Sutskever, Martens, Dahl, Hinton 2013, On the importance of
 * initialization and momentum in deep learning, equations 3 and 4, in the variables of Bengio,
 * Boulanger-Lewandowski, Pascanu 2013, equation 7).
 *
 * @param kept μ, from 0 to below 1
 */
public record NesterovMomentum(double kept) implements GradientTransformation {

    public NesterovMomentum {
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
                vector[i] += kept * velocity[i];
            }
        }

        @Override
        public void exchange(State state) {
            state.vector(velocity);
        }
    }
}
