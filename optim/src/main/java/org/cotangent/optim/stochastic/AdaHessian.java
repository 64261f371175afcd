package org.cotangent.optim.stochastic;

import org.cotangent.ad.function.TwiceDifferentiableSum;
import org.cotangent.optim.run.State;

/**
 * Adam with the diagonal of the Hessian in place of the gradient below the root, estimated by one
 * product z ∘ Hz with random signs z an update, on the batch of the gradient (Yao, Gholami, Shen, Mustafa,
 * Keutzer, Mahoney 2021, AdaHessian: an adaptive second order optimizer for machine learning, equations 4,
 * 9 and 10; Hessian power 1, no averaging over neighbours).
 *
 * @param keptMean β₁, from 0 to below 1
 * @param keptSquare β₂, from 0 to below 1
 * @param epsilon added to the root, positive
 * @param seed of the signs
 */
public record AdaHessian(double keptMean, double keptSquare, double epsilon, long seed)
        implements Transformation<TwiceDifferentiableSum> {

    public AdaHessian {
        Require.decay("beta 1", keptMean, "0.9");
        Require.decay("beta 2", keptSquare, "0.999");
        Require.positive("epsilon", epsilon, "1e-4");
    }

    @Override
    public Memory begin(Objective<? extends TwiceDifferentiableSum> objective) {
        return new Moments(this, objective);
    }

    private static final class Moments implements Memory {

        private final AdaHessian settings;
        private final Objective<? extends TwiceDifferentiableSum> objective;
        private final double[] mean;
        private final double[] square;
        private final double[] signs;
        private final double[] product;
        private long count;

        Moments(AdaHessian settings, Objective<? extends TwiceDifferentiableSum> objective) {
            this.settings = settings;
            this.objective = objective;
            mean = new double[objective.dimension()];
            square = new double[mean.length];
            signs = new double[mean.length];
            product = new double[mean.length];
        }

        @Override
        public void apply(Update update) {
            // Not the stream of batches that were given the same seed.
            Generator random = Generator.of(~settings.seed, count);
            for (int i = 0; i < signs.length; i++) {
                signs[i] = random.sign();
            }
            double[] x = update.point();
            objective.product(
                    update.batch(), (sum, batch, part) -> sum.hessianVectorProduct(x, batch, signs, part), product);
            count++;
            double meanBias = 1 - Math.pow(settings.keptMean, (double) count);
            double squareBias = 1 - Math.pow(settings.keptSquare, (double) count);
            double[] vector = update.vector();
            for (int i = 0; i < vector.length; i++) {
                double diagonal = signs[i] * product[i];
                mean[i] = settings.keptMean * mean[i] + (1 - settings.keptMean) * vector[i];
                square[i] = settings.keptSquare * square[i] + (1 - settings.keptSquare) * diagonal * diagonal;
                vector[i] = mean[i] / meanBias / (Math.sqrt(square[i] / squareBias) + settings.epsilon);
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
