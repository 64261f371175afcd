package org.cotangent.optim.leastsquares;

import org.cotangent.ad.function.Checks;
import org.cotangent.optim.run.Text;

/**
 * What the residuals say about the parameters, by the linear theory at the fitted point: the
 * covariance is s² (JᵀJ)⁻¹. By default s² = RSS / (m − rank) is estimated from the residuals, which must
 * be in units of equal variance; {@link #absolute} takes s = 1, for residuals that were divided by known
 * standard deviations. Under a loss J is the corrected Jacobian and RSS twice the value, and all of
 * this an approximation.
 *
 * <p>A parameter that the residuals do not determine has an infinite standard deviation, and NaN
 * correlations; without degrees of freedom all estimates are NaN.
 */
public final class LeastSquaresStatistics {

    private final double[] parameters;
    private final int residualCount;
    private final int rank;
    private final double residualSumOfSquares;
    private final double condition;
    private final Covariance estimator;
    private final double[] inverse;
    private final boolean absolute;
    private final double variance;

    private LeastSquaresStatistics(
            double[] parameters,
            int residualCount,
            int rank,
            double residualSumOfSquares,
            double condition,
            Covariance estimator,
            boolean absolute) {
        this.parameters = parameters;
        this.residualCount = residualCount;
        this.rank = rank;
        this.residualSumOfSquares = residualSumOfSquares;
        this.condition = condition;
        this.estimator = estimator;
        inverse = estimator.entries();
        this.absolute = absolute;
        variance = absolute ? 1 : reducedChiSquare();
    }

    /**
     * The statistics at a point.
     *
     * @param data how many of the residuals count
     */
    static LeastSquaresStatistics at(ResidualEvaluation point, int data) {
        int n = point.point().length;
        LinearizedResiduals model = LinearizedResiduals.of(point, point.columnNorms());
        return new LeastSquaresStatistics(
                point.point().clone(),
                data,
                model.rank(),
                2 * point.value(),
                Covariance.condition(model, n),
                new Covariance(model, n),
                false);
    }

    /**
     * The same for residuals of known variance 1, that is for data whose standard deviations were given and
     * are believed: SciPy's absolute_sigma.
     */
    public LeastSquaresStatistics absolute() {
        return new LeastSquaresStatistics(
                parameters, residualCount, rank, residualSumOfSquares, condition, estimator, true);
    }

    /** m − rank, which is m − n at full rank, m the residuals whose weight is not 0; 0 means that nothing can be said of the uncertainty. */
    public int degreesOfFreedom() {
        return residualCount - rank;
    }

    /** Σ rᵢ², twice the minimized value. */
    public double residualSumOfSquares() {
        return residualSumOfSquares;
    }

    /** s = √(RSS / degrees of freedom), NaN without degrees of freedom. */
    public double residualStandardDeviation() {
        return degreesOfFreedom() > 0 ? Math.sqrt(residualSumOfSquares / degreesOfFreedom()) : Double.NaN;
    }

    /** How many combinations of parameters the residuals determine, at most n. */
    public int rank() {
        return rank;
    }

    /** Whether the residuals determine every parameter. */
    public boolean isFullRank() {
        return rank == parameters.length;
    }

    /** The condition number of the Jacobian with its columns scaled to length 1. */
    public double condition() {
        return condition;
    }

    /** RSS / degrees of freedom: near 1 where residuals were divided by their true standard deviations. */
    public double reducedChiSquare() {
        return degreesOfFreedom() > 0 ? residualSumOfSquares / degreesOfFreedom() : Double.NaN;
    }

    /** The covariance matrix by rows, length n·n, a copy. */
    public double[] covariance() {
        int n = parameters.length;
        double[] covariance = new double[n * n];
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] = covariance(i / n, i % n);
        }
        return covariance;
    }

    /** The covariance of two parameters. */
    public double covariance(int i, int j) {
        double entry = inverse[i * parameters.length + j];
        // Residuals that vanish do not determine what they do not depend on.
        return variance == 0 && Double.isInfinite(entry) ? entry : variance * entry;
    }

    /** The correlation matrix by rows, length n·n. */
    public double[] correlation() {
        double[] correlation = new double[inverse.length];
        for (int i = 0; i < parameters.length; i++) {
            for (int j = 0; j < parameters.length; j++) {
                correlation[i * parameters.length + j] = correlation(i, j);
            }
        }
        return correlation;
    }

    /**
     * Where every parameter probably lies, one at a time: the parameter ± t standard deviations, t by
     * Student's distribution, or by the normal one for residuals of known variance.
     *
     * @param level the probability, between 0 and 1, 0.95 for example
     * @throws IllegalArgumentException if the level is no such probability
     */
    public Interval[] confidenceIntervals(double level) {
        double width = halfWidth(level);
        Interval[] intervals = new Interval[parameters.length];
        for (int j = 0; j < intervals.length; j++) {
            intervals[j] = Interval.around(parameters[j], width * Math.sqrt(covariance(j, j)));
        }
        return intervals;
    }

    /**
     * The standard deviation of a function of the parameters, to first order (delta method). Finite also where
     * single parameters are not determined, if what they have to do with the function is.
     *
     * @param gradient the derivatives by the parameters, length n, not modified
     * @throws IllegalArgumentException if the length is wrong
     */
    public double standardDeviationOf(double[] gradient) {
        Checks.length("gradient", gradient, parameters.length, "number of parameters");
        return Math.sqrt(variance * estimator.along(gradient));
    }

    /** The variance of one residual that all this is based on: 1 if known, else RSS / degrees of freedom. */
    double variance() {
        return variance;
    }

    /** Half the width of an interval in standard deviations. */
    double halfWidth(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "level is " + level + ", expected a probability between 0 and 1; pass for example 0.95");
        }
        if (absolute) {
            return Normal.halfWidth(level);
        }
        return degreesOfFreedom() > 0 ? new StudentT(degreesOfFreedom()).halfWidth(level) : Double.NaN;
    }

    /** The standard deviation of every parameter, length n. */
    public double[] standardDeviations() {
        double[] deviations = new double[parameters.length];
        for (int j = 0; j < parameters.length; j++) {
            deviations[j] = Math.sqrt(covariance(j, j));
        }
        return deviations;
    }

    /** The correlation of two parameters, between −1 and 1. */
    public double correlation(int i, int j) {
        return i == j && covariance(i, i) >= 0
                ? 1
                : covariance(i, j) / Math.sqrt(covariance(i, i)) / Math.sqrt(covariance(j, j));
    }

    /** One line: "degrees of freedom 5, residual standard deviation 0.1, rank 9 of 9". */
    @Override
    public String toString() {
        String deficiency = isFullRank() ? "" : "; fix or remove parameters that the residuals do not determine";
        return "degrees of freedom " + degreesOfFreedom() + ", residual standard deviation "
                + Text.of(residualStandardDeviation()) + ", rank " + rank + " of " + parameters.length + deficiency;
    }
}
