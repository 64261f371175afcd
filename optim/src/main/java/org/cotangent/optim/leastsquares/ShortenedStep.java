package org.cotangent.optim.leastsquares;

import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.trust.SubproblemSolver;
import org.cotangent.optim.trust.TrustStep;

/**
 * The Gauss-Newton step, made shorter where the radius asks for it but never turned: the line search
 * of the damped method of Gauss and Newton. The trust-region loop shortens it by the parabola through
 * both values and the slope, as backtracking does (Dennis, Schnabel 1983, algorithm A6.3.1).
 */
record ShortenedStep() implements SubproblemSolver<DiagonalModel> {

    @Override
    public void solve(DiagonalModel model, double radius, TrustStep step) {
        double[] z = new double[model.size()];
        for (int k = 0; k < z.length; k++) {
            z[k] = model.coordinate(k, 0);
        }
        double length = Vectors.norm(z);
        boolean restricted = length > radius;
        if (restricted) {
            Vectors.scale(radius / length, z);
        }
        model.fill(z, restricted, step);
    }
}
