package org.cotangent.optim.trust;

import java.util.Optional;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.State;

/** The second-order Taylor polynomial with the dense Hessian: n² numbers, and n products a point. */
public record HessianModel() implements Model<TwiceDifferentiableFunction, FunctionEvaluation, DenseQuadratic> {

    @Override
    public Memory<FunctionEvaluation, DenseQuadratic> begin(TwiceDifferentiableFunction function) {
        return new HessianMemory(function, new TypicalSizes(function.dimension()));
    }

    private record HessianMemory(TwiceDifferentiableFunction function, TypicalSizes sizes)
            implements ScalarMemory<DenseQuadratic> {

        @Override
        public DenseQuadratic around(FunctionEvaluation point) {
            return HessianQuadratic.at(function, point, sizes.scale(point));
        }

        @Override
        public Optional<Quadratic> exactly(FunctionEvaluation point) {
            return Optional.of(around(point));
        }

        @Override
        public void learn(FunctionEvaluation from, FunctionEvaluation to) {
            sizes.leave();
        }

        @Override
        public void exchange(State state) {
            state.part("sizes", sizes);
        }
    }
}
