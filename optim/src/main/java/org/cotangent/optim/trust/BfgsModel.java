package org.cotangent.optim.trust;

import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.VariableSizes;

/** A quadratic whose matrix learns by the damped BFGS update and stays positive definite. */
public record BfgsModel() implements Model<DifferentiableFunction, FunctionEvaluation, ConvexQuadratic> {

    @Override
    public Memory<FunctionEvaluation, ConvexQuadratic> begin(DifferentiableFunction function, VariableSizes sizes) {
        return new BfgsMemory(function, sizes, new SecantMatrix(sizes, function.dimension(), SecantUpdate.BFGS));
    }

    private record BfgsMemory(DifferentiableFunction function, VariableSizes sizes, SecantMatrix matrix)
            implements ScalarMemory<ConvexQuadratic> {

        @Override
        public ConvexQuadratic around(FunctionEvaluation point) {
            double[] scale = matrix.scale(point);
            return ConvexMatrix.of(new SecantQuadratic(point.gradient().clone(), matrix.at(point, scale), scale));
        }

        @Override
        public void learn(FunctionEvaluation from, FunctionEvaluation to) {
            matrix.learn(from, to);
            matrix.leave();
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
