package org.cotangent.optim.trust;

import java.util.Optional;
import org.cotangent.optim.run.MovableEvaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.VariableSizes;

/**
 * Another model, made positive definite where it is not, for solvers that ask for that.
 *
 * @param <F> what the other model asks of the function
 * @param <E> the points it works on
 * @param model the other model
 */
public record ConvexModel<F, E extends MovableEvaluation>(Model<F, E, ? extends DenseQuadratic> model)
        implements Model<F, E, ConvexQuadratic> {

    @Override
    public Memory<E, ConvexQuadratic> begin(F function, VariableSizes sizes) {
        return new ConvexMemory<>(model.begin(function, sizes));
    }

    private record ConvexMemory<E extends MovableEvaluation>(Memory<E, ? extends DenseQuadratic> memory)
            implements Memory<E, ConvexQuadratic> {

        @Override
        public E blank() {
            return memory.blank();
        }

        @Override
        public VariableSizes sizes() {
            return memory.sizes();
        }

        @Override
        public void visit(E trial) {
            memory.visit(trial);
        }

        @Override
        public double noise(E at) {
            return memory.noise(at);
        }

        @Override
        public double uncertainty(E at) {
            return memory.uncertainty(at);
        }

        @Override
        public double mostDecrease(E at) {
            return memory.mostDecrease(at);
        }

        @Override
        public double hiddenCurvature(E at, Definiteness seen, double[] direction) {
            return memory.hiddenCurvature(at, seen, direction);
        }

        @Override
        public Optional<Quadratic> exactly(E point) {
            return memory.exactly(point);
        }

        @Override
        public ConvexQuadratic around(E point) {
            return ConvexMatrix.of(memory.around(point));
        }

        @Override
        public void learn(E from, E to) {
            memory.learn(from, to);
        }

        @Override
        public boolean learnFromRejected(E from, E rejected) {
            return memory.learnFromRejected(from, rejected);
        }

        @Override
        public boolean forget() {
            return memory.forget();
        }

        @Override
        public void exchange(State state) {
            memory.exchange(state);
        }
    }
}
