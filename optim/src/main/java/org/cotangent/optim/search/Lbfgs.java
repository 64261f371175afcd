package org.cotangent.optim.search;

import java.util.Objects;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/**
 * The quasi-Newton direction from the last m steps: Liu, Nocedal (1989), On the limited memory
 * BFGS method for large scale optimization, Math. Prog. 45.
 *
 * @param memory how many steps to remember, at least 1; 5 to 20 is usual
 * @param preconditioner the first matrix, times sᵀy / yᵀPy of the last step
 */
public record Lbfgs(int memory, Preconditioner preconditioner) implements Direction<DifferentiableFunction> {

    public Lbfgs {
        if (memory < 1) {
            throw new IllegalArgumentException("L-BFGS memory is " + memory + ", expected at least 1; try 10");
        }
        Objects.requireNonNull(preconditioner, "preconditioner is null, expected Preconditioner.NONE for none");
    }

    /** A direction from the unit matrix, times sᵀy / yᵀy. */
    public Lbfgs(int memory) {
        this(memory, Preconditioner.NONE);
    }

    @Override
    public Memory begin(DifferentiableFunction function) {
        int dimension = function.dimension();
        StepPairs pairs = new StepPairs(memory, dimension);
        boolean plain = preconditioner == Preconditioner.NONE;
        return new LbfgsMemory(pairs, preconditioner, plain ? new double[0][] : new double[2][dimension]);
    }

    /** Silent about a preconditioner that there is not. */
    @Override
    public String toString() {
        String given = preconditioner == Preconditioner.NONE ? "" : ", preconditioner=" + preconditioner;
        return "Lbfgs[memory=" + memory + given + "]";
    }

    private static final class LbfgsMemory implements Memory {

        private final StepPairs pairs;
        private final Preconditioner preconditioner;
        private final double[][] work;

        LbfgsMemory(StepPairs pairs, Preconditioner preconditioner, double[][] work) {
            this.pairs = pairs;
            this.preconditioner = preconditioner;
            this.work = work;
        }

        @Override
        public void choose(Evaluation at, Heading heading) {
            double[] gradient = at.gradient();
            double[] d = heading.vector();
            if (pairs.isEmpty()) {
                preconditioner.apply(at.point(), gradient, d);
                Vectors.scale(-1, d);
                // Before anything is known, no variable moves by more than 1.
                heading.set(Double.NaN, Math.min(1, 1 / Vectors.largest(d)));
                return;
            }
            if (work.length == 0) {
                pairs.direction(gradient, d);
            } else {
                pairs.direction(gradient, d, preconditioner, at.point(), work);
            }
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
