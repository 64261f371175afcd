package org.cotangent.optim.trust;

import java.util.List;
import java.util.Optional;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.optim.run.Spectrum;

/**
 * The second-order Taylor polynomial at one point by products. What it says of the point beyond its
 * gradient costs products, and is found only when asked for.
 */
final class OperatorQuadratic implements ProductQuadratic {

    /** The residual at which the gap is known to more digits than it is worth. */
    private static final double GAP_FORCING = 1e-4;

    private final LinearOperator hessian;
    private final double value;
    private final double[] point;
    private final double[] gradient;
    private final double[] scale;
    private final double forcing;
    private Optional<HessianQuadratic> whole = Optional.empty();

    /** A polynomial of arrays that it keeps. */
    OperatorQuadratic(
            LinearOperator hessian, double value, double[] point, double[] gradient, double[] scale, double forcing) {
        this.hessian = hessian;
        this.value = value;
        this.point = point;
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

    /** The matrix, where it takes no more products than a probe for negative curvature would. */
    private Optional<HessianQuadratic> whole() {
        int n = scale.length;
        if (whole.isEmpty() && n <= CurvatureProbe.MOST_PRODUCTS) {
            double[] matrix = new double[n * n];
            hessian.dense(matrix);
            whole = Optional.of(HessianQuadratic.of(matrix, value, point, gradient, scale));
        }
        return whole;
    }

    @Override
    public double decrement() {
        Optional<HessianQuadratic> known = whole();
        return known.isPresent() ? known.get().decrement() : estimatedDecrement();
    }

    private double estimatedDecrement() {
        OperatorQuadratic precise = new OperatorQuadratic(hessian, value, point, gradient, scale, GAP_FORCING);
        return SteihaugToint.decrement(precise);
    }

    @Override
    public double smallestCurvature(double[] direction) {
        Optional<HessianQuadratic> known = whole();
        return known.isPresent()
                ? known.get().smallestCurvature(direction)
                : new CurvatureProbe(new ScaledProblem(this)).smallest(direction, scale, gradient);
    }

    @Override
    public List<double[]> flatDirections() {
        return whole().map(HessianQuadratic::flatDirections).orElse(List.of());
    }

    @Override
    public List<double[]> stepDirection() {
        return whole().map(HessianQuadratic::stepDirection).orElse(List.of());
    }

    @Override
    public Optional<Spectrum> spectrum() {
        return whole().flatMap(HessianQuadratic::spectrum);
    }
}
