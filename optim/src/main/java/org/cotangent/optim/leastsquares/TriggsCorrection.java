package org.cotangent.optim.leastsquares;

/**
 * Turns a residual under a loss into one whose square has the same slope, and where it can the same
 * curvature: Triggs, McLauchlan, Hartley, Fitzgibbon (2000), Bundle adjustment: a modern synthesis,
 * section 4.3, for residuals of one component. The row of the Jacobian is multiplied by √(ρ′ d) and the
 * residual by √(ρ′ / d), where d = 1 + 2 s ρ″/ρ′.
 */
final class TriggsCorrection {

    /**
     * Below this d the curvature is left out and d = 1 taken, as by iterated weights: the paper's
     * α = 1 − √d may come as near to 1 as 1 − 0.1 (its ε), where the step is ten times as long.
     */
    private static final double LEAST = 0.01;

    private final Loss loss;

    TriggsCorrection(Loss loss) {
        this.loss = loss;
    }

    /** The factor of a row of the Jacobian. */
    double rowFactor(double residual) {
        double square = residual * residual;
        return Math.sqrt(loss.slope(square) * share(square));
    }

    /** The factor of the residual. */
    double residualFactor(double residual) {
        double square = residual * residual;
        return Math.sqrt(loss.slope(square) / share(square));
    }

    /** The curvature along the residual that the corrected row leaves out, in units of the row's square. */
    double missing(double residual) {
        double square = residual * residual;
        double exact = loss.slope(square) + 2 * square * loss.curvature(square);
        return exact - loss.slope(square) * share(square);
    }

    private double share(double square) {
        double slope = loss.slope(square);
        double share = slope > 0 ? 1 + 2 * square * loss.curvature(square) / slope : 1;
        return share >= LEAST ? share : 1;
    }
}
