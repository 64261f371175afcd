package org.cotangent.optim.leastsquares;

import org.cotangent.optim.trust.SubproblemSolver;
import org.cotangent.optim.trust.TrustStep;

/**
 * Finds the damping λ at which the step has the length of the radius, by Newton's method on
 * 1/‖D s‖ − 1/Δ, which from λ = 0 climbs to the root and never passes it (Hebden 1973; Moré 1978,
 * section 5).
 */
record LevenbergParameter() implements SubproblemSolver<LinearizedResiduals> {

    /** Relative error of the length; the paper is content with 0.1, here more costs almost nothing. */
    private static final double TOLERANCE = 1e-6;

    private static final int MOST_STEPS = 100;

    @Override
    public void solve(LinearizedResiduals model, double radius, TrustStep step) {
        double damping = 0;
        double length = model.stepNorm(0);
        boolean restricted = length > radius;
        for (int k = 0; k < MOST_STEPS && length > (1 + TOLERANCE) * radius; k++) {
            damping += (length / radius - 1) * length * length / derivative(model, damping);
            length = model.stepNorm(damping);
        }
        fill(model, damping, step, restricted);
    }

    /** −½ d‖z‖²/dλ. */
    private static double derivative(LinearizedResiduals model, double damping) {
        double sum = 0;
        for (int k = 0; k < model.coordinates().length; k++) {
            double sigma = model.singularValues()[k];
            double z = model.coordinate(k, damping);
            sum += z == 0 ? 0 : z * z / (sigma * sigma + damping);
        }
        return sum;
    }

    private static void fill(LinearizedResiduals model, double damping, TrustStep step, boolean restricted) {
        double[] z = new double[model.coordinates().length];
        double predicted = 0;
        double slope = 0;
        for (int k = 0; k < z.length; k++) {
            z[k] = model.coordinate(k, damping);
            double square = model.singularValues()[k] * model.singularValues()[k];
            predicted += z[k] * z[k] * (square / 2 + damping);
            slope -= z[k] * z[k] * (square + damping);
        }
        model.fromCoordinates(z, step.vector());
        step.set(model.stepNorm(damping), predicted, slope, restricted);
    }
}
