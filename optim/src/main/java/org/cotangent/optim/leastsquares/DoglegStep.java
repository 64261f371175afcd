package org.cotangent.optim.leastsquares;

import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.trust.SubproblemSolver;
import org.cotangent.optim.trust.TrustStep;

/**
 * Down the steepest slope to the lowest point of the model there, then straight towards the
 * Gauss-Newton step, as far as the radius allows: Powell (1970), A hybrid method for nonlinear
 * equations, in: Rabinowitz (ed.), Numerical methods for nonlinear algebraic equations.
 */
record DoglegStep() implements SubproblemSolver<DiagonalModel> {

    @Override
    public void solve(DiagonalModel model, double radius, TrustStep step) {
        double[] newton = new double[model.size()];
        double[] steepest = new double[model.size()];
        double slope = 0;
        double curvature = 0;
        for (int k = 0; k < newton.length; k++) {
            newton[k] = model.coordinate(k, 0);
            slope += model.slope(k) * model.slope(k);
            curvature += model.curvature(k) * model.slope(k) * model.slope(k);
        }
        for (int k = 0; k < steepest.length && slope > 0; k++) {
            steepest[k] = -slope / curvature * model.slope(k);
        }
        boolean restricted = Vectors.norm(newton) > radius;
        model.fill(restricted ? bent(steepest, newton, radius) : newton, restricted, step);
    }

    private static double[] bent(double[] steepest, double[] newton, double radius) {
        double length = Vectors.norm(steepest);
        double[] z = steepest.clone();
        if (length >= radius) {
            Vectors.scale(radius / length, z);
            return z;
        }
        double[] leg = new double[z.length];
        Vectors.sum(newton, -1, steepest, leg);
        // The positive root of ‖z + t leg‖ = radius, without cancellation.
        double square = Vectors.dot(leg, leg);
        double cosine = Vectors.dot(steepest, leg);
        double rest = radius * radius - length * length;
        double root = Math.sqrt(cosine * cosine + square * rest);
        Vectors.addScaled(cosine > 0 ? rest / (cosine + root) : (root - cosine) / square, leg, z);
        return z;
    }
}
