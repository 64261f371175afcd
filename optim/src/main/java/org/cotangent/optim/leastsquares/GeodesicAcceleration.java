package org.cotangent.optim.leastsquares;

import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.trust.SubproblemSolver;
import org.cotangent.optim.trust.TrustStep;

/**
 * Bends the damped step v along the curved valley floor: Transtrum, Sethna (2012), Improvements to
 * the Levenberg-Marquardt algorithm for nonlinear least-squares minimization, arXiv:1201.5885,
 * section 3. The residuals are r + J v + ½ r_vv to second order, and v + ½ a with
 * (JᵀJ + λ D²) a = −Jᵀ r_vv follows them (r_vv by differences, eq. 17). r_vv costs one more evaluation of the residuals. It is
 * spent where steps are cut by the radius again and again; elsewhere it was seen not to pay.
 */
record GeodesicAcceleration() implements SubproblemSolver<DiagonalModel> {

    /** Where along v the probe lies: the paper's h (section 3, below eq. 17). */
    private static final double PROBE = 0.1;

    /** The longest 2‖a‖/‖v‖ that is a correction and not another step: the paper's α (eq. 15). */
    private static final double LONGEST = 0.75;

    /** An acceleration that changes the step by less than a hundredth; shorter steps bend even less. */
    private static final double NEGLIGIBLE = 1e-2;

    @Override
    public void solve(DiagonalModel model, double radius, TrustStep step) {
        new LevenbergParameter().solve(model, radius, step);
        if (step.isRestricted() && model.crawls() && !model.isSecondOrder()) {
            bend(model, LevenbergParameter.damping(model, radius), step);
        }
        model.proposed(step.isRestricted());
    }

    private static void bend(DiagonalModel model, double damping, TrustStep step) {
        double[] z = model.toCoordinates(model.at().secondDerivative(PROBE, step.vector()));
        for (int k = 0; k < z.length; k++) {
            // A coordinate without curvature is one that the residuals do not determine.
            z[k] = model.curvature(k) == 0 ? 0 : -z[k] / (model.curvature(k) + damping);
        }
        if (2 * Vectors.norm(z) <= NEGLIGIBLE * step.scaledNorm()) {
            model.straight();
        }
        if (2 * Vectors.norm(z) <= LONGEST * step.scaledNorm()) {
            double[] acceleration = new double[step.vector().length];
            model.fromCoordinates(z, acceleration);
            Vectors.addScaled(0.5, acceleration, step.vector());
        }
    }
}
