package org.cotangent.optim.stochastic;

import java.util.Arrays;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.search.Direction;
import org.cotangent.optim.search.Heading;

/**
 * Adam's update as a direction for a line search: a diagonal metric √v̂ + ε from the gradients met, which
 * keeps it of use where the rate would have to be found by trials. Where the mean of gradients leads uphill,
 * the gradient itself is scaled. The diagonal forgets, so that a run leaves the scale of its start behind.
 *
 * @param keptMean β₁, from 0 to below 1
 * @param keptSquare β₂, from 0 to below 1
 * @param epsilon added to the root relative to its largest entry, positive
 */
public record AdaptiveScaling(double keptMean, double keptSquare, double epsilon)
        implements Direction<DifferentiableFunction> {

    /** β₁ 0.5 and β₂ 0.9, as full gradients are without noise; ε 1e-3. */
    public static final AdaptiveScaling STANDARD = new AdaptiveScaling(0.5, 0.9, 1e-3);

    public AdaptiveScaling {
        Require.decay("beta 1", keptMean, "0.5");
        Require.decay("beta 2", keptSquare, "0.9");
        Require.positive("epsilon", epsilon, "1e-3");
    }

    @Override
    public Memory begin(DifferentiableFunction function) {
        return new Moments(this, function.dimension());
    }

    private static final class Moments implements Memory {

        private final AdaptiveScaling settings;
        private final double[] mean;
        private final double[] square;
        private long count;
        private double lastStep = Double.NaN;

        Moments(AdaptiveScaling settings, int dimension) {
            this.settings = settings;
            mean = new double[dimension];
            square = new double[dimension];
        }

        @Override
        public void choose(Evaluation at, Heading heading) {
            double[] g = at.gradient();
            double[] vector = heading.vector();
            double meanKept = settings.keptMean;
            double squareKept = settings.keptSquare;
            double meanBias = 1 - Math.pow(meanKept, count + 1.0);
            double squareBias = 1 - Math.pow(squareKept, count + 1.0);
            double[] scale = new double[g.length];
            for (int i = 0; i < g.length; i++) {
                scale[i] = Math.sqrt((squareKept * square[i] + (1 - squareKept) * g[i] * g[i]) / squareBias);
            }
            double floor = settings.epsilon * Vectors.largest(scale);
            for (int i = 0; i < g.length; i++) {
                scale[i] = 1 / (scale[i] + floor);
                vector[i] = -(meanKept * mean[i] + (1 - meanKept) * g[i]) / meanBias * scale[i];
            }
            if (!(Vectors.dot(vector, g) < 0)) {
                for (int i = 0; i < g.length; i++) {
                    vector[i] = -g[i] * scale[i];
                }
            }
            // A step may be longer than the last one, or steps could only shrink.
            double first = 2 * lastStep / Vectors.norm(vector);
            heading.set(Double.NaN, Double.isNaN(lastStep) ? Math.min(1, 1 / Vectors.norm(vector)) : first);
        }

        @Override
        public void learn(Evaluation from, Evaluation to) {
            double[] g = from.gradient();
            count++;
            for (int i = 0; i < g.length; i++) {
                mean[i] = settings.keptMean * mean[i] + (1 - settings.keptMean) * g[i];
                square[i] = settings.keptSquare * square[i] + (1 - settings.keptSquare) * g[i] * g[i];
            }
            lastStep = Vectors.distance(from.point(), to.point());
        }

        @Override
        public boolean forget() {
            boolean known = count > 0;
            count = 0;
            Arrays.fill(mean, 0);
            Arrays.fill(square, 0);
            lastStep = Double.NaN;
            return known;
        }

        @Override
        public void exchange(State state) {
            count = state.integer(count);
            lastStep = state.number(lastStep);
            state.vector(mean);
            state.vector(square);
        }
    }
}
