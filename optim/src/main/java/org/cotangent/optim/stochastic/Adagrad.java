package org.cotangent.optim.stochastic;

import org.cotangent.optim.run.State;

/**
 * Every entry over the root of the sum of its squares so far: entries that are seldom large learn
 * faster (Duchi, Hazan, Singer 2011, Adaptive subgradient methods, figure 1, diagonal).
 *
 * @param epsilon δ, added to the root, positive
 */
public record Adagrad(double epsilon) implements GradientTransformation {

    public Adagrad {
        Require.positive("epsilon", epsilon, "1e-10");
    }

    @Override
    public Memory begin(int dimension) {
        return new Squares(epsilon, dimension);
    }

    private static final class Squares implements Memory {

        private final double epsilon;
        private final double[] squares;

        Squares(double epsilon, int dimension) {
            this.epsilon = epsilon;
            squares = new double[dimension];
        }

        @Override
        public void apply(Update update) {
            double[] vector = update.vector();
            for (int i = 0; i < vector.length; i++) {
                squares[i] += vector[i] * vector[i];
                vector[i] /= Math.sqrt(squares[i]) + epsilon;
            }
        }

        @Override
        public void exchange(State state) {
            state.vector(squares);
        }
    }
}
