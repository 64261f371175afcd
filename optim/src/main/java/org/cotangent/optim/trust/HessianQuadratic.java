package org.cotangent.optim.trust;

import java.util.Optional;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.Vectors;

/** The second-order Taylor polynomial at one point, with its undamped step found when first asked for. */
final class HessianQuadratic implements DenseQuadratic {

    private final double[] gradient;
    private final double[] matrix;
    private final double[] scale;
    private final double value;
    private Optional<UndampedStep> undamped = Optional.empty();

    private HessianQuadratic(double[] gradient, double[] matrix, double[] scale, double value) {
        this.gradient = gradient;
        this.matrix = matrix;
        this.scale = scale;
        this.value = value;
    }

    /**
     * Evaluates the Hessian at a point.
     *
     * @param scale the diagonal of D, positive, kept
     */
    static HessianQuadratic at(TwiceDifferentiableFunction function, Evaluation point, double[] scale) {
        double[] hessian = new double[Math.multiplyExact(scale.length, scale.length)];
        function.hessian(point.point(), hessian);
        return new HessianQuadratic(point.gradient().clone(), hessian, scale, point.value());
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
    public double[] matrix() {
        return matrix;
    }

    /** The Newton step, if there is one. */
    UndampedStep undamped() {
        if (undamped.isEmpty()) {
            undamped = Optional.of(UndampedStep.of(this, value));
        }
        return undamped.get();
    }

    @Override
    public double unrestrictedStepNorm() {
        return undamped().scaledNorm();
    }

    @Override
    public boolean lowestPoint(double[] step) {
        System.arraycopy(undamped().vector(), 0, step, 0, step.length);
        return !Double.isNaN(undamped().scaledNorm());
    }

    @Override
    public double decrement() {
        return undamped().decrement();
    }

    @Override
    public double smallestCurvature(double[] direction) {
        if (!Vectors.isFinite(matrix)) {
            return Double.NaN;
        }
        EvenScale even = EvenScale.of(matrix, scale.length);
        SymmetricEigen eigen = even.eigen();
        double[] vector = eigen.vector(eigen.smallest());
        System.arraycopy(ScaledProblem.divided(vector, even.scale()), 0, direction, 0, direction.length);
        double square = NegativeCurvature.aim(direction, gradient);
        return NegativeCurvature.certain(eigen) * square;
    }
}
