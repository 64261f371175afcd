package org.cotangent.optim.search;

import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.State;

/**
 * The accelerated gradient method of Nesterov (1983), A method of solving a convex programming
 * problem with convergence rate O(1/k²), Soviet Math. Dokl. 27: gradient steps x₊ = y − step ∇f(y)
 * from extrapolated points y₊ = x₊ + θ (x₊ − x). It begins anew where the gradient points against
 * the motion: O'Donoghue, Candès (2015), Adaptive restart for accelerated gradient schemes, Found.
 * Comput. Math. 15, equation 13. The iterates of the run are the points y. Meant for
 * {@code new FixedStep(1)}: the step is part of the direction.
 *
 * @param step multiple of the negative gradient, at most 1 / (largest curvature)
 */
public record Nesterov(double step) implements Direction<DifferentiableFunction> {

    public Nesterov {
        if (!(step > 0) || Double.isInfinite(step)) {
            throw new IllegalArgumentException(
                    "step is " + step + ", expected a positive finite number; try 1 / (largest curvature)");
        }
    }

    @Override
    public Memory begin(DifferentiableFunction function) {
        return new Acceleration(step, function.dimension());
    }

    private static final class Acceleration implements Memory {

        private final double step;
        private final double[] last;
        private final double[] next;
        private boolean begun;
        private double weight = 1;
        private double nextWeight = 1;

        Acceleration(double step, int dimension) {
            this.step = step;
            last = new double[dimension];
            next = new double[dimension];
        }

        @Override
        public void choose(Evaluation at, Heading heading) {
            double[] y = at.point();
            double[] gradient = at.gradient();
            double against = 0;
            for (int i = 0; i < y.length; i++) {
                next[i] = y[i] - step * gradient[i];
                against += gradient[i] * (next[i] - last[i]);
            }
            boolean restart = !begun || against > 0;
            double before = restart ? 1 : weight;
            // The sequence of the paper: a₊² − a₊ = a².
            nextWeight = (1 + Math.sqrt(1 + 4 * before * before)) / 2;
            double extrapolation = restart ? 0 : (before - 1) / nextWeight;
            double[] vector = heading.vector();
            for (int i = 0; i < y.length; i++) {
                vector[i] = next[i] + extrapolation * (next[i] - last[i]) - y[i];
            }
            heading.set(Double.NaN, 1);
        }

        @Override
        public void learn(Evaluation from, Evaluation to) {
            begun = true;
            weight = nextWeight;
            System.arraycopy(next, 0, last, 0, next.length);
        }

        @Override
        public void exchange(State state) {
            begun = state.flag(begun);
            weight = state.number(weight);
            state.vector(last);
        }
    }
}
