package org.cotangent.optim.trust;

import org.cotangent.ad.function.LinearOperator;

/**
 * The second-order Taylor polynomial at one point by products. What it says of the point beyond its
 * gradient costs products, and is found only when asked for.
 */
final class OperatorQuadratic implements ProductQuadratic {

    /** The residual at which the gap is known to more digits than it is worth. */
    private static final double GAP_FORCING = 1e-4;

    /** No step is that long, and its square is still a double. */
    private static final double NO_RADIUS = 0x1p500;

    private final LinearOperator hessian;
    private final double[] gradient;
    private final double[] scale;
    private final double forcing;

    /** A polynomial of arrays that it keeps. */
    OperatorQuadratic(LinearOperator hessian, double[] gradient, double[] scale, double forcing) {
        this.hessian = hessian;
        this.gradient = gradient;
        this.scale = scale;
        this.forcing = forcing;
    }

    @Override
    public double[] scale() {
        return scale;
    }

    @Override
    public double[] gradient() {
        return gradient;
    }

    @Override
    public void apply(double[] v, double[] product) {
        hessian.apply(v, product);
    }

    @Override
    public double forcing() {
        return forcing;
    }

    @Override
    public double unrestrictedStepNorm() {
        // A step that is good enough for the loop says too little, and a better one costs products.
        return Double.NaN;
    }

    @Override
    public double decrement() {
        OperatorQuadratic precise = new OperatorQuadratic(hessian, gradient, scale, GAP_FORCING);
        TrustStep step = new TrustStep(gradient.length);
        new SteihaugToint().solve(precise, NO_RADIUS, step);
        return step.isRestricted() ? Double.NaN : step.predicted();
    }

    @Override
    public double smallestCurvature(double[] direction) {
        return new CurvatureProbe(new ScaledProblem(this)).smallest(direction, scale, gradient);
    }
}
