package org.cotangent.optim.trust;

import java.util.Optional;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.VariableSizes;

/** The second-order Taylor polynomial with the dense Hessian: n² numbers, and n products a point. */
public record HessianModel() implements Model<TwiceDifferentiableFunction, FunctionEvaluation, DenseQuadratic> {

    @Override
    public Memory<FunctionEvaluation, DenseQuadratic> begin(TwiceDifferentiableFunction function, VariableSizes sizes) {
        return new HessianMemory(function, sizes, new TypicalSizes(sizes, function.dimension()));
    }

    private record HessianMemory(TwiceDifferentiableFunction function, VariableSizes sizes, TypicalSizes typical)
            implements ScalarMemory<DenseQuadratic> {

        @Override
        public DenseQuadratic around(FunctionEvaluation point) {
            return HessianQuadratic.at(function, point, typical);
        }

        @Override
        public Optional<Quadratic> exactly(FunctionEvaluation point) {
            return Optional.of(around(point));
        }

        @Override
        public void learn(FunctionEvaluation from, FunctionEvaluation to) {
            typical.leave();
        }

        @Override
        public void exchange(State state) {
            state.part("sizes", typical);
        }
    }
}
