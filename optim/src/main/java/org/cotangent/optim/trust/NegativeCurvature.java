package org.cotangent.optim.trust;

import org.cotangent.optim.run.Vectors;

/** What counts as negative curvature at a point that is about to be claimed, and which way to leave along it. */
final class NegativeCurvature {

    /** Negative curvature up to this share of the largest is laid to the inexact point: half the digits. */
    private static final double FLAT = Math.sqrt(Math.ulp(1.0));

    private NegativeCurvature() {}

    /** The smallest eigenvalue, 0 if it is negative but cannot be told from 0. */
    static double certain(SymmetricEigen eigen) {
        return certain(eigen, 0);
    }

    /** The same where eigenvalues may be off beyond rounding. */
    static double certain(SymmetricEigen eigen, double uncertainty) {
        double smallest = eigen.value(eigen.smallest());
        double flat = Math.max(uncertainty, FLAT * Math.abs(eigen.value(eigen.largest())));
        return smallest < -flat ? smallest : Math.max(0, smallest);
    }

    /**
     * Gives a direction the norm 1 and turns it downhill.
     *
     * @return by what a curvature per old norm is multiplied to be one per new norm
     */
    static double aim(double[] direction, double[] gradient) {
        double norm = Vectors.norm(direction);
        double sign = Vectors.dot(direction, gradient) > 0 ? -1 : 1;
        Vectors.scale(sign / norm, direction);
        return 1 / (norm * norm);
    }
}
