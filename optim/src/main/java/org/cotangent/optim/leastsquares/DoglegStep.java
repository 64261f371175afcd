package org.cotangent.optim.leastsquares;

import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.trust.Sphere;
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
        for (int k = 0; k < newton.length; k++) {
            newton[k] = model.coordinate(k, 0);
            steepest[k] = -model.slope(k);
        }
        double slope = Vectors.norm(steepest);
        if (slope > 0) {
            // Along the unit vector, so that no square overflows or underflows.
            Vectors.scale(1 / slope, steepest);
            Vectors.scale(slope / curvature(model, steepest), steepest);
        }
        boolean restricted = Vectors.norm(newton) > radius;
        model.fill(restricted ? bent(steepest, newton, radius) : newton, restricted, step);
    }

    private static double curvature(DiagonalModel model, double[] along) {
        double curvature = 0;
        for (int k = 0; k < along.length; k++) {
            curvature += model.curvature(k) * along[k] * along[k];
        }
        return curvature;
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
        Vectors.addScaled(Sphere.distance(steepest, leg, radius), leg, z);
        return z;
    }
}
