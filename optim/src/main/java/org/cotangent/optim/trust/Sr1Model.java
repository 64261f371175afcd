package org.cotangent.optim.trust;

import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.VariableSizes;

/**
 * A quadratic whose matrix learns by the symmetric rank-one update, from trials that were not taken as
 * well (Nocedal, Wright 2006, algorithm 6.2). It may curve downwards, so it asks for a solver that can
 * make use of that.
 */
public record Sr1Model() implements Model<DifferentiableFunction, FunctionEvaluation, DenseQuadratic> {

    @Override
    public Memory<FunctionEvaluation, DenseQuadratic> begin(DifferentiableFunction function, VariableSizes sizes) {
        return new Sr1Memory(function, sizes, new SecantMatrix(sizes, function.dimension(), SecantUpdate.SR1));
    }

    private record Sr1Memory(DifferentiableFunction function, VariableSizes sizes, SecantMatrix matrix)
            implements ScalarMemory<DenseQuadratic> {

        @Override
        public DenseQuadratic around(FunctionEvaluation point) {
            double[] scale = matrix.scale(point);
            return new SecantQuadratic(point.gradient().clone(), matrix.at(point, scale), scale);
        }

        @Override
        public void learn(FunctionEvaluation from, FunctionEvaluation to) {
            matrix.learn(from, to);
            matrix.leave();
        }

        @Override
        public boolean learnFromRejected(FunctionEvaluation from, FunctionEvaluation rejected) {
            return matrix.learnFromRejected(from, rejected);
        }

        @Override
        public boolean forget() {
            return matrix.forget();
        }

        @Override
        public boolean adopt(Quadratic exact) {
            return matrix.adopt(exact);
        }

        @Override
        public void exchange(State state) {
            state.part("matrix", matrix);
        }
    }
}
