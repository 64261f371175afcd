package org.cotangent.optim.stochastic;

import org.cotangent.optim.run.State;

/**
 * A moving mean of the gradients over the root of a moving mean of their squares, both corrected for
 * beginning at 0 (Kingma, Ba 2015, Adam: a method for stochastic optimization, algorithm 1).
 *
 * @param keptMean β₁, from 0 to below 1
 * @param keptSquare β₂, from 0 to below 1
 * @param epsilon added to the root, positive
 */
public record Adam(double keptMean, double keptSquare, double epsilon) implements GradientTransformation {

    /** The settings of the authors: β₁ 0.9, β₂ 0.999, ε 1e-8. */
    public static final Adam STANDARD = new Adam(0.9, 0.999, 1e-8);

    public Adam {
        Require.decay("beta 1", keptMean, "0.9");
        Require.decay("beta 2", keptSquare, "0.999");
        Require.positive("epsilon", epsilon, "1e-8");
    }

    @Override
    public Memory begin(int dimension) {
        return new Moments(this, dimension);
    }

    private static final class Moments implements Memory {

        private final Adam adam;
        private final double[] mean;
        private final double[] square;
        private long count;

        Moments(Adam adam, int dimension) {
            this.adam = adam;
            mean = new double[dimension];
            square = new double[dimension];
        }

        @Override
        public void apply(Update update) {
            count++;
            double[] vector = update.vector();
            double meanBias = 1 - Math.pow(adam.keptMean, (double) count);
            double squareBias = 1 - Math.pow(adam.keptSquare, (double) count);
            for (int i = 0; i < vector.length; i++) {
                double g = vector[i];
                mean[i] = adam.keptMean * mean[i] + (1 - adam.keptMean) * g;
                square[i] = adam.keptSquare * square[i] + (1 - adam.keptSquare) * g * g;
                vector[i] = mean[i] / meanBias / (Math.sqrt(square[i] / squareBias) + adam.epsilon);
            }
        }

        @Override
        public void exchange(State state) {
            count = state.integer(count);
            state.vector(mean);
            state.vector(square);
        }
    }
}
