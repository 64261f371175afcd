package org.cotangent.optim.stochastic;

import org.cotangent.optim.run.State;

/**
 * Adam whose mean squares never shrink, so that a large gradient that comes seldom is not forgotten
 * (Reddi, Kale, Kumar 2018, On the convergence of Adam and beyond, algorithm 2), with the corrections
 * for beginning at 0 that Adam has.
 *
 * @param keptMean β₁, from 0 to below 1
 * @param keptSquare β₂, from 0 to below 1
 * @param epsilon added to the root, positive
 */
public record AmsGrad(double keptMean, double keptSquare, double epsilon) implements GradientTransformation {

    public AmsGrad {
        Require.decay("beta 1", keptMean, "0.9");
        Require.decay("beta 2", keptSquare, "0.999");
        Require.positive("epsilon", epsilon, "1e-8");
    }

    @Override
    public Memory begin(int dimension) {
        return new Moments(this, dimension);
    }

    private static final class Moments implements Memory {

        private final AmsGrad settings;
        private final double[] mean;
        private final double[] square;
        private final double[] largest;
        private long count;

        Moments(AmsGrad settings, int dimension) {
            this.settings = settings;
            mean = new double[dimension];
            square = new double[dimension];
            largest = new double[dimension];
        }

        @Override
        public void apply(Update update) {
            count++;
            double[] vector = update.vector();
            double meanBias = 1 - Math.pow(settings.keptMean, (double) count);
            double squareBias = 1 - Math.pow(settings.keptSquare, (double) count);
            for (int i = 0; i < vector.length; i++) {
                double g = vector[i];
                mean[i] = settings.keptMean * mean[i] + (1 - settings.keptMean) * g;
                square[i] = settings.keptSquare * square[i] + (1 - settings.keptSquare) * g * g;
                largest[i] = Math.max(largest[i], square[i]);
                vector[i] = mean[i] / meanBias / (Math.sqrt(largest[i] / squareBias) + settings.epsilon);
            }
        }

        @Override
        public void exchange(State state) {
            count = state.integer(count);
            state.vector(mean);
            state.vector(square);
            state.vector(largest);
        }
    }
}
