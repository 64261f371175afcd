package org.cotangent.optim.search;

import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/**
 * The quasi-Newton direction from the last m steps: Liu, Nocedal (1989), On the limited memory
 * BFGS method for large scale optimization, Math. Prog. 45.
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
        return new LbfgsMemory(new StepPairs(memory, function.dimension()));
    }

    private static final class LbfgsMemory implements Memory {

        private final StepPairs pairs;

        LbfgsMemory(StepPairs pairs) {
            this.pairs = pairs;
        }

        @Override
        public void choose(Evaluation at, Heading heading) {
            double[] gradient = at.gradient();
            if (pairs.isEmpty()) {
                // Before anything is known, no variable moves by more than 1.
                heading.steepestDescent(gradient, Math.min(1, 1 / Vectors.largest(gradient)));
                return;
            }
            pairs.direction(gradient, heading.vector());
            heading.set(Double.NaN, 1);
        }

        @Override
        public void learn(Evaluation from, Evaluation to) {
            pairs.learn(from, to);
        }

        @Override
        public boolean outlivesRun() {
            return true;
        }

        @Override
        public void exchange(State state) {
            pairs.exchange(state);
        }

        @Override
        public boolean forget() {
            boolean known = !pairs.isEmpty();
            pairs.clear();
            return known;
        }
    }
}
