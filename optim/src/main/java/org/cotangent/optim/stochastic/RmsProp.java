package org.cotangent.optim.stochastic;

import org.cotangent.optim.run.State;

/**
 * Every entry over the root of a moving mean of its squares (Tieleman, Hinton 2012, Neural networks
 * for machine learning, lecture 6.5).
 *
 * @param kept of the mean, from 0 to below 1
 * @param epsilon added to the root, positive
 */
public record RmsProp(double kept, double epsilon) implements GradientTransformation {

    public RmsProp {
        Require.decay("decay", kept, "0.9");
        Require.positive("epsilon", epsilon, "1e-8");
    }

    @Override
    public Memory begin(int dimension) {
        return new MeanSquares(kept, epsilon, dimension);
    }

    private static final class MeanSquares implements Memory {

        private final double kept;
        private final double epsilon;
        private final double[] squares;

        MeanSquares(double kept, double epsilon, int dimension) {
            this.kept = kept;
            this.epsilon = epsilon;
            squares = new double[dimension];
        }

        @Override
        public void apply(Update update) {
            double[] vector = update.vector();
            for (int i = 0; i < vector.length; i++) {
                squares[i] = kept * squares[i] + (1 - kept) * vector[i] * vector[i];
                vector[i] /= Math.sqrt(squares[i]) + epsilon;
            }
        }

        @Override
        public void exchange(State state) {
            state.vector(squares);
        }
    }
}
