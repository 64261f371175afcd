package org.cotangent.optim.search;

import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/**
 * The quasi-Newton direction from all steps so far, on a dense inverse Hessian: n² numbers, and n²
 * operations a step, so for up to some thousand variables. Broyden, Fletcher, Goldfarb and Shanno
 * (1970), as in Nocedal, Wright, Numerical Optimization, 2nd ed. 2006, equation 6.17.
 */
public record Bfgs() implements Direction<DifferentiableFunction> {

    @Override
    public Memory begin(DifferentiableFunction function) {
        return new BfgsMemory(function.dimension());
    }

    private static final class BfgsMemory implements Memory {

        private final InverseHessian inverse;
        private final double[] step;
        private final double[] change;
        private double lastDecrease;

        BfgsMemory(int dimension) {
            inverse = new InverseHessian(dimension);
            step = new double[dimension];
            change = new double[dimension];
        }

        @Override
        public void choose(Evaluation at, Heading heading) {
            double[] gradient = at.gradient();
            if (inverse.isEmpty()) {
                // Before anything is known, no variable moves by more than 1.
                heading.steepestDescent(gradient, Math.min(1, 1 / Vectors.largest(gradient)));
                return;
            }
            inverse.apply(gradient, heading.vector());
            Vectors.scale(-1, heading.vector());
            heading.set(Double.NaN, FirstTrial.after(lastDecrease, heading.slope(gradient)));
        }

        @Override
        public void learn(Evaluation from, Evaluation to) {
            lastDecrease = from.value() - to.value();
            Vectors.sum(to.point(), -1, from.point(), step);
            Vectors.sum(to.gradient(), -1, from.gradient(), change);
            if (inverse.isEmpty()) {
                inverse.begin(step, change, crude(from));
            }
            inverse.update(step, change);
        }

        /**
         * The inverse of the curvature with which the function would fall by all of its value over
         * the length of the start. It is large where little is known; the line search and the
         * updates correct an H that is too large in few steps, but one that is too small in many.
         */
        private static double crude(Evaluation first) {
            double length = Math.max(1, Vectors.largest(first.point()));
            return length * length / (2 * Math.abs(first.value()));
        }

        @Override
        public boolean learnsInverse() {
            return true;
        }

        @Override
        public void begin(double[] found) {
            inverse.begin(found);
        }

        @Override
        public boolean stepLeft(Evaluation at, double[] stepLeft) {
            boolean known = !inverse.isEmpty();
            if (known) {
                inverse.apply(at.gradient(), stepLeft);
                Vectors.scale(-1, stepLeft);
            }
            return known;
        }

        @Override
        public void exchange(State state) {
            lastDecrease = state.number(lastDecrease);
            state.part("inverse Hessian", inverse);
        }

        @Override
        public boolean forget() {
            boolean known = !inverse.isEmpty();
            inverse.clear();
            return known;
        }
    }
}
