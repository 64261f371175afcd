package org.cotangent.optim.leastsquares;

import java.util.Optional;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;

/** What a fit found. Immutable. */
public final class LeastSquaresResult {

    private final Result result;
    private final double[] residuals;
    private final Optional<LeastSquaresStatistics> statistics;

    LeastSquaresResult(Result result, ResidualEvaluation evaluation, int data) {
        this.result = result;
        boolean usable = evaluation.gradientKnown() && Double.isFinite(result.gradientNorm());
        this.residuals = evaluation.knownResiduals();
        this.statistics = usable ? Optional.of(LeastSquaresStatistics.at(evaluation, data)) : Optional.empty();
    }

    /** The run as any minimizer reports it; its value is ½ Σ rᵢ². */
    public Result result() {
        return result;
    }

    /** The fitted parameters, length n, a copy. */
    public double[] point() {
        return result.point();
    }

    /** ½ Σ rᵢ². */
    public double value() {
        return result.value();
    }

    /** Σ rᵢ². */
    public double residualSumOfSquares() {
        return 2 * result.value();
    }

    /** The residuals at the fitted parameters, length m, a copy; NaN if they were never computed. */
    public double[] residuals() {
        return residuals.clone();
    }

    /** Why the run ended. */
    public Status status() {
        return result.status();
    }

    /** Whether the stated criterion holds at the point. */
    public boolean converged() {
        return result.converged();
    }

    /**
     * The statistics of the fit.
     *
     * @throws IllegalStateException if the Jacobian at the point is not known or not finite; the
     *     run was cut off or could not start
     */
    public LeastSquaresStatistics statistics() {
        return statistics.orElseThrow(() -> new IllegalStateException(
                "no Jacobian is known at the point, expected one for statistics; the run ended with: " + summary()));
    }

    /** One line, see {@link Result#summary()}. */
    public String summary() {
        return result.summary();
    }

    /** The summary and what follows from it, with the statistics where they are known. */
    public String message() {
        return result.message()
                + statistics.map(known -> " Fit: " + known + ".").orElse("");
    }

    @Override
    public String toString() {
        return summary();
    }
}
