package org.cotangent.optim.trust;

/**
 * A model with an approximation of the Hessian. It is good for steps, but certifies neither gap nor
 * curvature of the function.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SecantQuadratic(double[] gradient, double[] matrix, double[] scale) implements DenseQuadratic {

    @Override
    public double unrestrictedStepNorm() {
        return Double.NaN;
    }

    @Override
    public double decrement() {
        return Double.NaN;
    }
}
