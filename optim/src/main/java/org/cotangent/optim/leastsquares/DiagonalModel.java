package org.cotangent.optim.leastsquares;

import java.util.Optional;
import org.cotangent.optim.run.Spectrum;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.trust.Quadratic;
import org.cotangent.optim.trust.TrustStep;

/**
 * A quadratic model of half the sum of squares in coordinates z in which it is diagonal:
 * f + Σ (gₖ zₖ + ½ μₖ zₖ²) with D s = B z and orthonormal columns of B. Every damped step is
 * zₖ = −gₖ / (μₖ + λ), so the search for a damping costs n operations a try.
 */
final class DiagonalModel implements Quadratic {

    private final ResidualEvaluation at;
    private final double[] scale;
    private final double[] curvatures;
    private final double[] slopes;
    private final double[][] basis;
    private final boolean second;
    private Optional<DiagonalModel> measure = Optional.empty();
    private boolean restricted;
    private boolean crawling;
    private boolean straight;
    private int proposals;

    /**
     * A model around a point; keeps its arguments.
     *
     * @param scale the diagonal of D, length n
     * @param curvatures the μₖ
     * @param slopes the gₖ, 0 where the model knows nothing of a coordinate
     * @param basis column k of B, length n, for every coordinate
     * @param second whether it knows of second derivatives
     */
    DiagonalModel(
            ResidualEvaluation at,
            double[] scale,
            double[] curvatures,
            double[] slopes,
            double[][] basis,
            boolean second) {
        this.second = second;
        this.at = at;
        this.scale = scale;
        this.curvatures = curvatures;
        this.slopes = slopes;
        this.basis = basis;
    }

    /** The point it is around, not to be modified. */
    ResidualEvaluation at() {
        return at;
    }

    @Override
    public double[] scale() {
        return scale;
    }

    int size() {
        return slopes.length;
    }

    double curvature(int k) {
        return curvatures[k];
    }

    double slope(int k) {
        return slopes[k];
    }

    /** The k-th coordinate of the step for a damping λ; 0 without a slope. */
    double coordinate(int k, double damping) {
        return slopes[k] == 0 ? 0 : -slopes[k] / (curvatures[k] + damping);
    }

    /** ‖D s‖ for a damping λ. */
    double stepNorm(double damping) {
        double[] z = new double[slopes.length];
        for (int k = 0; k < z.length; k++) {
            z[k] = coordinate(k, damping);
        }
        return Vectors.norm(z);
    }

    /** The smallest curvature of a coordinate that matters: along a slope, or negative; infinite if none does. */
    double smallestCurvature() {
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < slopes.length; k++) {
            if (slopes[k] != 0 || curvatures[k] < 0) {
                smallest = Math.min(smallest, curvatures[k]);
            }
        }
        return smallest;
    }

    /**
     * States the same model in the present scale of the columns, where this one leaves out a coordinate:
     * beside larger columns of the past what is left of one may look like rounding, though it is not.
     */
    void measuredBy(DiagonalModel inPresentScale) {
        measure = Optional.of(inPresentScale);
    }

    /** Whether the scale of the past hides something here. */
    boolean isMeasured() {
        return measure.isPresent();
    }

    /**
     * The share of the point that the undamped step is, both measured by the columns of the Jacobian as
     * they are here, times ‖D x‖: D remembers larger columns, beside which what matters here would not
     * show.
     */
    @Override
    public double unrestrictedStepNorm() {
        return measure.orElse(this).unrestrictedStepNorm(scale);
    }

    private double unrestrictedStepNorm(double[] unit) {
        if (!(smallestCurvature() > 0)) {
            return Double.NaN;
        }
        double[] z = new double[slopes.length];
        for (int k = 0; k < z.length; k++) {
            z[k] = coordinate(k, 0);
        }
        double[] step = new double[scale.length];
        fromCoordinates(z, step);
        double[] columns = at.columnLengths();
        double size = norm(columns, at.point());
        return size > 0 ? norm(columns, step) / size * norm(unit, at.point()) : norm(unit, step);
    }

    private static double norm(double[] diagonal, double[] vector) {
        double[] scaled = new double[vector.length];
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] = diagonal[j] * vector[j];
        }
        return Vectors.norm(scaled);
    }

    @Override
    public double decrement() {
        return measure.orElse(this).decrementHere();
    }

    private double decrementHere() {
        if (!(smallestCurvature() > 0)) {
            return Double.NaN;
        }
        double sum = 0;
        for (int k = 0; k < slopes.length; k++) {
            sum -= slopes[k] * coordinate(k, 0) / 2;
        }
        return sum;
    }

    /** None where curvatures were learned: too large a one makes a slope look as if it promised nothing. */
    @Override
    public double insignificance() {
        return second ? 0 : at.rounding();
    }

    /** Of the Jacobian with columns of length 1, as in the statistics of the fit. */
    @Override
    public Optional<Spectrum> spectrum() {
        LinearizedResiduals linear = LinearizedResiduals.of(at, at.columnNorms());
        int n = scale.length;
        return Optional.of(new Spectrum(linear.rank(), n, Covariance.condition(linear, n)));
    }

    /** s = D⁻¹ B z. */
    void fromCoordinates(double[] z, double[] step) {
        for (int j = 0; j < step.length; j++) {
            double sum = 0;
            for (int k = 0; k < z.length; k++) {
                sum += basis[k][j] * z[k];
            }
            step[j] = sum / scale[j];
        }
    }

    /** Fills a step with coordinates and what the model says of them. */
    void fill(double[] z, boolean byTheRadius, TrustStep step) {
        double predicted = 0;
        double slope = 0;
        for (int k = 0; k < z.length; k++) {
            slope += slopes[k] * z[k];
            predicted -= z[k] * (slopes[k] + curvatures[k] * z[k] / 2);
        }
        fromCoordinates(z, step.vector());
        step.set(Vectors.norm(z), predicted, slope, byTheRadius);
    }

    /** Bᵀ D⁻¹ g: a gradient in these coordinates. */
    double[] toCoordinates(double[] gradient) {
        double[] z = new double[slopes.length];
        for (int k = 0; k < z.length; k++) {
            for (int j = 0; j < gradient.length; j++) {
                z[k] += basis[k][j] * gradient[j] / scale[j];
            }
        }
        return z;
    }

    /** Whether the model knows of second derivatives. */
    boolean isSecondOrder() {
        return second;
    }

    /** Enters that the step to this point was cut by the radius. */
    void crawling() {
        crawling = true;
    }

    /** Enters that steps from here hardly bend. */
    void straight() {
        straight = true;
    }

    /** Whether the step before this one was cut by the radius, or was refused, and steps from here may bend. */
    boolean crawls() {
        return crawling && !straight;
    }

    /** Enters a step that was proposed from here; if another one follows, it was refused. */
    void proposed(boolean byTheRadius) {
        restricted = byTheRadius;
        crawling = true;
        proposals++;
    }

    /** Whether a step from here was refused. */
    boolean wasRefused() {
        return proposals > 1;
    }

    /** Whether the radius cut the last step. */
    boolean isRestricted() {
        return restricted;
    }
}
