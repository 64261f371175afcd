package org.cotangent.optim.leastsquares;

import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.run.VariableSizes;
import org.cotangent.optim.trust.Model;

/**
 * The Gauss-Newton model, and where that predicts worse the same with secant second derivatives
 * (Dennis, Gay, Welsch 1981). Scaled by the largest norm that each column of the Jacobian has had
 * (Moré 1978, section 6), which makes the method independent of the units of the variables; or by the sizes
 * that the caller knows.
 *
 * @param loss what the residuals count
 * @param secant whether second derivatives are learned at all
 */
record AdaptiveModel(Loss loss, boolean secant) implements Model<VectorFunction, ResidualEvaluation, DiagonalModel> {

    @Override
    public Memory<ResidualEvaluation, DiagonalModel> begin(VectorFunction function, VariableSizes sizes) {
        return new LearnedModel(function, sizes, loss, secant);
    }
}
