package org.cotangent.optim.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.MatrixSize;
import org.cotangent.optim.run.Spectrum;
import org.cotangent.optim.run.Vectors;

/** The second-order Taylor polynomial at one point, with its undamped step found when first asked for. */
final class HessianQuadratic implements DenseQuadratic {

    private final double[] gradient;
    private final double[] matrix;
    private final double[] scale;
    private final double value;
    private final double[] point;
    private final double uncertainty;
    private Optional<EvenScale> even;
    private Optional<UndampedStep> undamped = Optional.empty();

    private HessianQuadratic(
            double[] gradient, double[] matrix, double[] scale, double value, double[] point, double uncertainty) {
        this(gradient, matrix, scale, value, point, uncertainty, Optional.empty());
    }

    private HessianQuadratic(
            double[] gradient,
            double[] matrix,
            double[] scale,
            double value,
            double[] point,
            double uncertainty,
            Optional<EvenScale> even) {
        this.gradient = gradient;
        this.matrix = matrix;
        this.even = even;
        this.scale = scale;
        this.value = value;
        this.point = point;
        this.uncertainty = uncertainty;
    }

    /**
     * Evaluates the Hessian at a point.
     *
     * @param scale the diagonal of D, positive, kept
     */
    static HessianQuadratic at(TwiceDifferentiableFunction function, Evaluation point, double[] scale) {
        return new HessianQuadratic(
                point.gradient().clone(),
                hessian(function, point),
                scale,
                point.value(),
                point.point().clone(),
                0);
    }

    /**
     * The same in a scale that may depend on the Hessian.
     *
     * @param sizes give the diagonal of D
     */
    static HessianQuadratic at(TwiceDifferentiableFunction function, Evaluation point, TypicalSizes sizes) {
        double[] hessian = hessian(function, point);
        return new HessianQuadratic(
                point.gradient().clone(),
                hessian,
                sizes.scale(point, hessian),
                point.value(),
                point.point().clone(),
                0);
    }

    private static double[] hessian(TwiceDifferentiableFunction function, Evaluation point) {
        int n = point.point().length;
        double[] hessian = new double[MatrixSize.of("Hessian", n, n, "use products, as trustRegionGltr() does")];
        function.hessian(point.point(), hessian);
        return hessian;
    }

    /**
     * The same from products with the columns of the unit matrix.
     *
     * @param matrix the products by rows, length n·n, made symmetric here
     * @param point length n, kept
     * @param gradient length n, kept
     * @param scale the diagonal of D, positive, kept
     */
    static HessianQuadratic of(double[] matrix, double value, double[] point, double[] gradient, double[] scale) {
        int n = scale.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = matrix[i * n + j] / 2 + matrix[j * n + i] / 2;
                matrix[i * n + j] = mean;
                matrix[j * n + i] = mean;
            }
        }
        return new HessianQuadratic(gradient, matrix, scale, value, point, 0);
    }

    /**
     * The same from gradients alone.
     *
     * @param scale the diagonal of D, positive, kept
     */
    static HessianQuadratic of(DifferencedHessian hessian, Evaluation point, double[] scale) {
        return new HessianQuadratic(
                point.gradient().clone(),
                hessian.matrix(),
                scale,
                point.value(),
                point.point().clone(),
                hessian.uncertainty());
    }

    /**
     * The same curvature around another point.
     *
     * @param scale the diagonal of D there, positive, kept
     */
    HessianQuadratic with(Evaluation point, double[] scale) {
        return new HessianQuadratic(
                point.gradient().clone(),
                matrix,
                scale,
                point.value(),
                point.point().clone(),
                uncertainty,
                even);
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

    private EvenScale even() {
        if (even.isEmpty()) {
            even = Optional.of(EvenScale.of(matrix, scale.length));
        }
        return even.get();
    }

    /** The Newton step, if there is one. */
    UndampedStep undamped() {
        if (undamped.isEmpty()) {
            undamped = Optional.of(UndampedStep.of(this, even(), value, point, uncertainty));
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
        SymmetricEigen eigen = even().eigen();
        double[] vector = new double[scale.length];
        double[] by = even().scale();
        double curvature = NegativeCurvature.along(eigen, uncertainty, vector);
        if (curvature < 0) {
            // The rounding of a curvature that is 0 may look large in even scale: better where the value falls
            // farthest within the region.
            SymmetricEigen within = SymmetricEigen.of(scaledMatrix(), scale.length);
            double[] steepest = new double[scale.length];
            double fall = NegativeCurvature.along(within, 0, steepest);
            if (fall < 0) {
                curvature = fall;
                vector = steepest;
                by = scale;
            }
        }
        System.arraycopy(ScaledProblem.divided(vector, by), 0, direction, 0, direction.length);
        return curvature * NegativeCurvature.aim(direction, gradient);
    }

    @Override
    public List<double[]> flatDirections() {
        if (!Vectors.isFinite(matrix) || uncertainty > 0) {
            return List.of();
        }
        SymmetricEigen eigen = even().eigen();
        double flat = eigen.rounding() + undamped().flat();
        List<double[]> directions = new ArrayList<>();
        for (int k = 0; k < eigen.size(); k++) {
            if (Math.abs(eigen.value(k)) <= flat) {
                double[] direction = ScaledProblem.divided(eigen.vector(k), even().scale());
                Vectors.scale(1 / Vectors.norm(direction), direction);
                directions.add(direction);
            }
        }
        return directions;
    }

    @Override
    public List<double[]> stepDirection() {
        double[] step = undamped().vector().clone();
        double length = Vectors.norm(step);
        Vectors.scale(1 / length, step);
        return length > 0 && Vectors.isFinite(step) ? List.of(step) : List.of();
    }

    @Override
    public Optional<Spectrum> spectrum() {
        if (!Vectors.isFinite(matrix)) {
            return Optional.empty();
        }
        return Optional.of(even().eigen().spectrum(undamped().flat()));
    }
}
