package org.cotangent.optim.trust;

import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.VariableSizes;
import org.cotangent.optim.run.Vectors;

/** The Newton step of a scalar function with its dense Hessian, for the finish. */
final class DenseNewton implements NewtonSystem<FunctionEvaluation> {

    private final TwiceDifferentiableFunction function;

    DenseNewton(TwiceDifferentiableFunction function) {
        this.function = function;
    }

    @Override
    public double solve(FunctionEvaluation at, double[] step) {
        double[] scale = new TypicalSizes(VariableSizes.unknown(), step.length).scale(at);
        UndampedStep undamped = HessianQuadratic.at(function, at, scale).undamped();
        System.arraycopy(undamped.vector(), 0, step, 0, step.length);
        double[] scaled = new double[step.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = scale[i] * at.point()[i];
        }
        return undamped.scaledNorm() == 0 ? 0 : undamped.scaledNorm() / Vectors.norm(scaled);
    }

    @Override
    public double noise(FunctionEvaluation at) {
        return Math.max(ScalarNoise.of(at.value()), ScalarNoise.measured(function, at.point()));
    }
}
