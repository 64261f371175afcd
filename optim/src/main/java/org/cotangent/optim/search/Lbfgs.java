package org.cotangent.optim.search;

import java.util.Arrays;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/**
 * The quasi-Newton direction from the last m steps: Liu, Nocedal (1989), On the limited memory
 * BFGS method for large scale optimization, Math. Prog. 45; the two loops of Nocedal (1980),
 * scaled by sᵀy/yᵀy.
 *
 * @param memory how many steps to remember, at least 1; 5 to 20 is usual
 */
public record Lbfgs(int memory) implements Direction<DifferentiableFunction> {

    public Lbfgs {
        if (memory < 1) {
            throw new IllegalArgumentException("L-BFGS memory is " + memory + ", expected at least 1; try 10");
        }
    }

    @Override
    public Memory begin(DifferentiableFunction function) {
        return new LbfgsMemory(memory, function.dimension());
    }

    /** The last steps s and gradient changes y, newest at {@code newest}. */
    private static final class LbfgsMemory implements Memory {

        private static final double[] ABSENT = {};

        private final double[][] steps;
        private final double[][] changes;
        private final double[] products;
        private final double[] weights;
        private final int dimension;
        private int size;
        private int newest = -1;

        LbfgsMemory(int capacity, int dimension) {
            steps = new double[capacity][];
            changes = new double[capacity][];
            products = new double[capacity];
            weights = new double[capacity];
            Arrays.fill(steps, ABSENT);
            Arrays.fill(changes, ABSENT);
            this.dimension = dimension;
        }

        @Override
        public void choose(Evaluation at, Heading heading) {
            double[] gradient = at.gradient();
            // Before anything is known, no variable moves by more than 1.
            double first = size == 0 ? Math.min(1, 1 / Vectors.largest(gradient)) : 1;
            heading.steepestDescent(gradient, first);
            if (size > 0) {
                applyInverse(heading.vector());
            }
        }

        private void applyInverse(double[] d) {
            for (int k = 0; k < size; k++) {
                int i = index(k);
                weights[i] = Vectors.dot(steps[i], d) / products[i];
                Vectors.addScaled(-weights[i], changes[i], d);
            }
            Vectors.scale(products[newest] / Vectors.dot(changes[newest], changes[newest]), d);
            for (int k = size - 1; k >= 0; k--) {
                int i = index(k);
                double weight = Vectors.dot(changes[i], d) / products[i];
                Vectors.addScaled(weights[i] - weight, steps[i], d);
            }
        }

        /** Where the k-th newest pair is. */
        private int index(int k) {
            return Math.floorMod(newest - k, steps.length);
        }

        @Override
        public void learn(Evaluation from, Evaluation to) {
            int slot = (newest + 1) % steps.length;
            if (steps[slot].length == 0) {
                steps[slot] = new double[dimension];
                changes[slot] = new double[dimension];
            }
            double[] step = steps[slot];
            double[] change = changes[slot];
            Vectors.sum(to.point(), -1, from.point(), step);
            Vectors.sum(to.gradient(), -1, from.gradient(), change);
            double product = Vectors.dot(step, change);
            // A pair without positive curvature would destroy positive definiteness; the oldest
            // pair is lost with it, which needs no copy.
            if (product > Math.ulp(1.0) * Vectors.norm(step) * Vectors.norm(change)) {
                products[slot] = product;
                newest = slot;
                size = Math.min(size + 1, steps.length);
            } else if (size == steps.length) {
                size--;
            }
        }

        @Override
        public boolean outlivesRun() {
            return true;
        }

        @Override
        public void exchange(State state) {
            size = state.integer(size);
            newest = state.integer(newest);
            state.vector(products);
            for (int i = 0; i < steps.length; i++) {
                steps[i] = state.array(steps[i]);
                changes[i] = state.array(changes[i]);
            }
        }

        @Override
        public boolean forget() {
            boolean known = size > 0;
            size = 0;
            return known;
        }
    }
}
