package org.cotangent.optim.leastsquares;

import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.trust.SubproblemSolver;
import org.cotangent.optim.trust.TrustStep;

/**
 * Finds the damping λ at which the step has the length of the radius, by Newton's method on
 * 1/‖D s‖ − 1/Δ, which from below climbs to the root and never passes it (Hebden 1973; Moré 1978,
 * section 5; with negative curvatures Moré, Sorensen 1983, section 3).
 */
record LevenbergParameter() implements SubproblemSolver<DiagonalModel> {

    /** Relative error of the length; the paper is content with 0.1, here more costs almost nothing. */
    private static final double TOLERANCE = 1e-6;

    private static final int MOST_STEPS = 100;

    @Override
    public void solve(DiagonalModel model, double radius, TrustStep step) {
        fill(model, damping(model, radius), radius, step);
    }

    /** The damping of the step that has the length of the radius, 0 if the step without is shorter. */
    static double damping(DiagonalModel model, double radius) {
        double damping = lowest(model, radius);
        double length = model.stepNorm(damping);
        for (int k = 0; k < MOST_STEPS && length > (1 + TOLERANCE) * radius; k++) {
            damping += (length / radius - 1) * length * length / derivative(model, damping);
            length = model.stepNorm(damping);
        }
        return damping;
    }

    /** 0, or where the coordinate of a curvature that is not positive alone has the length of the radius. */
    private static double lowest(DiagonalModel model, double radius) {
        if (model.smallestCurvature() > 0) {
            return 0;
        }
        double lowest = 0;
        for (int k = 0; k < model.size(); k++) {
            lowest = Math.max(lowest, Math.abs(model.slope(k)) / radius - model.curvature(k));
        }
        return lowest;
    }

    /** −½ d‖z‖²/dλ. */
    private static double derivative(DiagonalModel model, double damping) {
        double sum = 0;
        for (int k = 0; k < model.size(); k++) {
            double z = model.coordinate(k, damping);
            sum += z == 0 ? 0 : z * z / (model.curvature(k) + damping);
        }
        return sum;
    }

    private static void fill(DiagonalModel model, double damping, double radius, TrustStep step) {
        double[] z = new double[model.size()];
        for (int k = 0; k < z.length; k++) {
            z[k] = model.coordinate(k, damping);
        }
        double length = Vectors.norm(z);
        if (damping > 0 && length < radius * (1 - TOLERANCE)) {
            // The hard case: any way along the most negative curvature, for it has no slope.
            z[mostNegative(model)] = Math.sqrt(radius * radius - length * length);
        }
        model.fill(z, damping > 0, step);
    }

    private static int mostNegative(DiagonalModel model) {
        int found = 0;
        for (int k = 1; k < model.size(); k++) {
            found = model.curvature(k) < model.curvature(found) ? k : found;
        }
        return found;
    }
}
