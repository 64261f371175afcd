package org.cotangent.optim.leastsquares;

import org.cotangent.optim.run.Vectors;

/** What a loss makes of a sum of squares: its terms, and the corrections with which JᵀJ and Jᵀr suit it. */
final class LossTerms {

    private final Loss loss;
    private final TriggsCorrection correction;

    LossTerms(Loss loss) {
        this.loss = loss;
        correction = new TriggsCorrection(loss);
    }

    /** Whether every residual counts by its square, so that there is nothing to correct. */
    boolean areSquares() {
        return loss == UnitLoss.SQUARES;
    }

    /** ½ Σ ρ(rᵢ²). */
    double half(double[] residuals) {
        if (areSquares()) {
            return Vectors.dot(residuals, residuals) / 2;
        }
        double sum = 0;
        for (double entry : residuals) {
            sum += loss.value(entry * entry);
        }
        return sum / 2;
    }

    /** How much less the half sum is after than before, without the cancellation of the sums. */
    double decrease(double[] before, double[] after) {
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            sum += areSquares()
                    ? (before[i] - after[i]) * (before[i] + after[i])
                    : loss.value(before[i] * before[i]) - loss.value(after[i] * after[i]);
        }
        return sum / 2;
    }

    /**
     * Corrects rows of the Jacobian in place.
     *
     * @param residuals length m
     * @param jacobian by rows, length m·n
     * @param corrected receives the residuals that belong to it, length m; may be the residuals of squares
     */
    void correct(double[] residuals, double[] jacobian, double[] corrected) {
        if (areSquares()) {
            return;
        }
        int n = jacobian.length / residuals.length;
        for (int i = 0; i < residuals.length; i++) {
            corrected[i] = residuals[i] * correction.residualFactor(residuals[i]);
            double factor = correction.rowFactor(residuals[i]);
            for (int j = 0; j < n; j++) {
                jacobian[i * n + j] *= factor;
            }
        }
    }

    /** By what a row of the Jacobian was multiplied. */
    double rowFactor(double residual) {
        return areSquares() ? 1 : correction.rowFactor(residual);
    }

    /** ρ′(r²). */
    double slope(double residual) {
        return areSquares() ? 1 : loss.slope(residual * residual);
    }

    /** ρ′(rᵢ²) rᵢ: what Σ wᵢ ∇²rᵢ is weighted with in the Hessian. */
    double[] influences(double[] residuals) {
        double[] influences = residuals.clone();
        for (int i = 0; i < influences.length; i++) {
            influences[i] *= slope(residuals[i]);
        }
        return influences;
    }

    /** The curvature along a residual that its corrected row leaves out, in units of that row's square. */
    double missingShare(double residual) {
        double factor = rowFactor(residual);
        return areSquares() || factor == 0 ? 0 : correction.missing(residual) / (factor * factor);
    }

    /** Adds the curvature of the loss that JᵀJ leaves out, Jᵀ diag(…) J with the corrected J, to a matrix by rows. */
    void addMissingCurvature(double[] residuals, double[] jacobian, double[] matrix) {
        int n = jacobian.length / residuals.length;
        for (int i = 0; i < residuals.length && !areSquares(); i++) {
            double missing = missingShare(residuals[i]);
            for (int j = 0; j < n && missing != 0; j++) {
                for (int k = 0; k < n; k++) {
                    matrix[j * n + k] += missing * jacobian[i * n + j] * jacobian[i * n + k];
                }
            }
        }
    }
}
