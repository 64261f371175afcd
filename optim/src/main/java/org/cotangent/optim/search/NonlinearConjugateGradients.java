package org.cotangent.optim.search;

import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/**
 * The conjugate gradient direction d₊ = −g₊ + β d of Fletcher and Reeves (1964), Function
 * minimization by conjugate gradients, Computer J. 7: one vector of memory. It begins anew along −g
 * where successive gradients are far from orthogonal (Powell 1977, Restart procedures for the
 * conjugate gradient method, Math. Prog. 12, equation 18), or where the formula gives no descent.
 *
 * @param beta how much of the last direction is kept
 * @param restarts whether to begin anew where conjugacy is lost; formulas that do so by themselves
 *     do better without
 */
public record NonlinearConjugateGradients(Beta beta, boolean restarts) implements Direction<DifferentiableFunction> {

    /** The fraction of the slope that a search should leave here (Nocedal, Wright 2006, p. 34). */
    public static final double FLATTENING = 0.1;

    @Override
    public Memory begin(DifferentiableFunction function) {
        return new Directions(beta, restarts, function.dimension());
    }

    private static final class Directions implements Memory {

        /** |g₊ᵀg| ≥ 0.2 ‖g₊‖² shows that conjugacy is lost (Powell 1977, equation 18). */
        private static final double LARGEST_OVERLAP = 0.2;

        private final Beta beta;
        private final boolean restarts;
        private final double[] direction;
        private boolean begun;
        private double factor;
        private double lastDecrease;

        Directions(Beta beta, boolean restarts, int dimension) {
            this.beta = beta;
            this.restarts = restarts;
            direction = new double[dimension];
        }

        @Override
        public void choose(Evaluation at, Heading heading) {
            double[] gradient = at.gradient();
            double slope = turn(gradient);
            if (!(slope < 0)) {
                factor = 0;
                slope = turn(gradient);
            }
            System.arraycopy(direction, 0, heading.vector(), 0, direction.length);
            heading.set(Double.NaN, begun ? firstStep(slope) : Math.min(1, 1 / Vectors.largest(gradient)));
        }

        /** d = −g + β d; the slope along it. */
        private double turn(double[] gradient) {
            for (int i = 0; i < direction.length; i++) {
                direction[i] = factor == 0 ? -gradient[i] : factor * direction[i] - gradient[i];
            }
            return Vectors.dot(direction, gradient);
        }

        /** Where the parabola with this slope falls as far as the last step did (Nocedal, Wright 2006, equation 3.60). */
        private double firstStep(double slope) {
            double step = 2 * lastDecrease / -slope;
            return step > 0 && step < Double.POSITIVE_INFINITY ? step : 1;
        }

        @Override
        public void learn(Evaluation from, Evaluation to) {
            begun = true;
            lastDecrease = from.value() - to.value();
            Beta.Turn turn = turn(from.gradient(), to.gradient());
            double overlap = turn.nextSquare() - turn.nextTimesChange();
            boolean lost = restarts && Math.abs(overlap) >= LARGEST_OVERLAP * turn.nextSquare();
            double next = lost ? 0 : beta.of(turn);
            factor = Double.isFinite(next) ? next : 0;
        }

        private Beta.Turn turn(double[] g, double[] next) {
            double square = 0;
            double nextSquare = 0;
            double changeSquare = 0;
            double slope = 0;
            double nextSlope = 0;
            double directionSquare = 0;
            double nextTimesChange = 0;
            for (int i = 0; i < g.length; i++) {
                double change = next[i] - g[i];
                square += g[i] * g[i];
                nextSquare += next[i] * next[i];
                nextTimesChange += next[i] * change;
                changeSquare += change * change;
                slope += direction[i] * change;
                nextSlope += direction[i] * next[i];
                directionSquare += direction[i] * direction[i];
            }
            return new Beta.Turn(square, nextSquare, nextTimesChange, changeSquare, slope, nextSlope, directionSquare);
        }

        @Override
        public void exchange(State state) {
            begun = state.flag(begun);
            factor = state.number(factor);
            lastDecrease = state.number(lastDecrease);
            state.vector(direction);
        }

        @Override
        public boolean forget() {
            boolean known = factor != 0;
            factor = 0;
            return known;
        }
    }
}
