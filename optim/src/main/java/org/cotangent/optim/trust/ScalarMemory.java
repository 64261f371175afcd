package org.cotangent.optim.trust;

import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.FunctionEvaluation;

/** What the models of scalar functions have in common. */
interface ScalarMemory<Q extends Quadratic> extends Model.Memory<FunctionEvaluation, Q> {

    /** The function, its calls counted. */
    DifferentiableFunction function();

    @Override
    default FunctionEvaluation blank() {
        return new FunctionEvaluation(function());
    }

    @Override
    default void visit(FunctionEvaluation trial) {
        // Most trials are taken and need it then.
        trial.gradient();
    }

    @Override
    default double noise(FunctionEvaluation at) {
        return ScalarNoise.of(at.value());
    }

    @Override
    default double uncertainty(FunctionEvaluation at) {
        return Math.max(noise(at), ScalarNoise.measured(function(), at.point()));
    }
}
