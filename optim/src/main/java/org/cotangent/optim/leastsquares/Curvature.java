package org.cotangent.optim.leastsquares;

import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;

/** The part S = Σ rᵢ ∇²rᵢ of the Hessian that the Gauss-Newton model leaves out. */
@FunctionalInterface
interface Curvature {

    /** S = 0: the Gauss-Newton model itself. */
    Curvature NONE = (at, v, product) -> false;

    /**
     * The product S v.
     *
     * @return false if S counts as 0, and nothing was written
     */
    boolean apply(ResidualEvaluation at, double[] v, double[] product);

    /** The exact S of a function. */
    static Curvature of(TwiceDifferentiableVectorFunction function) {
        return (at, v, product) -> {
            function.weightedHessianVectorProduct(at.point(), at.residuals(), v, product);
            return true;
        };
    }
}
