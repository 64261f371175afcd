package org.cotangent.optim.leastsquares;

/**
 * What the residuals say about the parameters, by the linear theory at the fitted point: the
 * covariance is s² (JᵀJ)⁻¹ with the residual variance s² = RSS / (m − rank). Residuals must be in
 * units of equal variance; weight them otherwise.
 *
 * <p>A parameter that the residuals do not determine has an infinite standard deviation, and NaN
 * correlations; without degrees of freedom all are NaN.
 */
public final class LeastSquaresStatistics {

    private final int residualCount;
    private final int rank;
    private final double residualSumOfSquares;
    private final double condition;
    private final double[] covariance;
    private final int parameterCount;

    private LeastSquaresStatistics(
            int residualCount, int rank, double residualSumOfSquares, double condition, double[] covariance, int n) {
        this.residualCount = residualCount;
        this.rank = rank;
        this.residualSumOfSquares = residualSumOfSquares;
        this.condition = condition;
        this.covariance = covariance;
        this.parameterCount = n;
    }

    static LeastSquaresStatistics at(ResidualEvaluation point) {
        int n = point.point().length;
        int m = point.residuals().length;
        LinearizedResiduals model = LinearizedResiduals.of(point, point.columnNorms());
        int freedom = m - model.rank();
        double variance = freedom > 0 ? 2 * point.value() / freedom : Double.NaN;
        double[] covariance = new Covariance(model, n, variance).entries();
        return new LeastSquaresStatistics(
                m, model.rank(), 2 * point.value(), Covariance.condition(model, n), covariance, n);
    }

    /** m − rank, which is m − n at full rank; 0 means that nothing can be said of the uncertainty. */
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
        return rank == parameterCount;
    }

    /** The condition number of the Jacobian with its columns scaled to length 1. */
    public double condition() {
        return condition;
    }

    /** The covariance matrix by rows, length n·n, a copy. */
    public double[] covariance() {
        return covariance.clone();
    }

    /** The covariance of two parameters. */
    public double covariance(int i, int j) {
        return covariance[i * parameterCount + j];
    }

    /** The standard deviation of every parameter, length n. */
    public double[] standardDeviations() {
        double[] deviations = new double[parameterCount];
        for (int j = 0; j < parameterCount; j++) {
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

    /** One line: "5 degrees of freedom, residual standard deviation 0.1, rank 9 of 9". */
    @Override
    public String toString() {
        String deficiency = isFullRank() ? "" : "; fix or remove parameters that the residuals do not determine";
        return "degrees of freedom " + degreesOfFreedom() + ", residual standard deviation "
                + residualStandardDeviation() + ", rank " + rank + " of " + parameterCount + deficiency;
    }
}
