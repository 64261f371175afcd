package org.cotangent.optim.trust;

import java.util.SplittableRandom;
import org.cotangent.optim.run.Vectors;

/** What counts as negative curvature at a point that is about to be claimed, and which way to leave along it. */
final class NegativeCurvature {

    /** Negative curvature up to this share of the largest is laid to the inexact point: half the digits. */
    private static final double FLAT = Math.sqrt(Math.ulp(1.0));

    /** The part of the smallest eigenvalue from which on another counts as about as negative. */
    private static final double COMPARABLE = 0.5;

    /** The least share that one of them gets. */
    private static final double LEAST_WEIGHT = 0.5;

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
     * The direction of the smallest eigenvalue; where others are about as negative, one between all of them, so that one
     * step leaves a maximum of many variables rather than one of them at a time.
     *
     * @param direction length n, receives the direction, of norm 1
     * @return the curvature along it, 0 if it is negative but cannot be told from 0
     */
    static double along(SymmetricEigen eigen, double uncertainty, double[] direction) {
        double smallest = certain(eigen, uncertainty);
        if (!(smallest < 0)) {
            System.arraycopy(eigen.vector(eigen.smallest()), 0, direction, 0, direction.length);
            return smallest;
        }
        // Fixed sizes that are all different, or the step would end where a symmetry makes it level again.
        SplittableRandom random = new SplittableRandom(1);
        double sum = 0;
        double square = 0;
        for (int k = 0; k < direction.length; k++) {
            double weight = random.nextDouble(LEAST_WEIGHT, 1);
            if (eigen.value(k) <= COMPARABLE * smallest) {
                Vectors.addScaled(weight, eigen.vector(k), direction);
                sum += weight * weight * eigen.value(k);
                square += weight * weight;
            }
        }
        Vectors.scale(1 / Math.sqrt(square), direction);
        return sum / square;
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
