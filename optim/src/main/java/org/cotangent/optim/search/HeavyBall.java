package org.cotangent.optim.search;

import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/**
 * The gradient step with a part of the last step added: Polyak (1964), Some methods of speeding up
 * the convergence of iteration methods, USSR Comput. Math. Math. Phys. 4, equation 9. Meant for
 * {@code new FixedStep(1)}: the step is part of the direction.
 *
 * @param step multiple of the negative gradient, positive
 * @param momentum part of the last step that is kept, from 0 to below 1
 */
public record HeavyBall(double step, double momentum) implements Direction<DifferentiableFunction> {

    public HeavyBall {
        if (!(step > 0) || Double.isInfinite(step)) {
            throw new IllegalArgumentException(
                    "step is " + step + ", expected a positive finite number; try 1 / (largest curvature)");
        }
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException(
                    "momentum is " + momentum + ", expected a number from 0 to below 1; try 0.9");
        }
    }

    /**
     * The fastest choice for a quadratic whose curvatures lie between two numbers (Polyak 1964,
     * theorem 4): errors shrink by (√L − √l) / (√L + √l) a step.
     *
     * @throws IllegalArgumentException unless both are positive and finite, the first not the larger
     */
    public static HeavyBall between(double smallestCurvature, double largestCurvature) {
        if (!(smallestCurvature > 0 && largestCurvature >= smallestCurvature) || Double.isInfinite(largestCurvature)) {
            throw new IllegalArgumentException("curvatures are " + smallestCurvature + " and " + largestCurvature
                    + ", expected positive numbers, the smaller one first");
        }
        double sum = Math.sqrt(largestCurvature) + Math.sqrt(smallestCurvature);
        double ratio = (Math.sqrt(largestCurvature) - Math.sqrt(smallestCurvature)) / sum;
        return new HeavyBall(4 / (sum * sum), ratio * ratio);
    }

    @Override
    public Memory begin(DifferentiableFunction function) {
        return new Momentum(step, momentum, function.dimension());
    }

    private static final class Momentum implements Memory {

        private final double step;
        private final double momentum;
        private final double[] lastStep;

        Momentum(double step, double momentum, int dimension) {
            this.step = step;
            this.momentum = momentum;
            lastStep = new double[dimension];
        }

        @Override
        public void choose(Evaluation at, Heading heading) {
            double[] gradient = at.gradient();
            double[] vector = heading.vector();
            for (int i = 0; i < vector.length; i++) {
                vector[i] = momentum * lastStep[i] - step * gradient[i];
            }
            if (!(Vectors.dot(vector, gradient) < 0)) {
                // The momentum leads uphill: begin anew (O'Donoghue, Candès 2015, section 3.2, gradient scheme).
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = -step * gradient[i];
                }
            }
            heading.set(Double.NaN, 1);
        }

        @Override
        public void learn(Evaluation from, Evaluation to) {
            Vectors.sum(to.point(), -1, from.point(), lastStep);
        }

        @Override
        public void exchange(State state) {
            state.vector(lastStep);
        }
    }
}
