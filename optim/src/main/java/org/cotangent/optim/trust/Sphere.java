package org.cotangent.optim.trust;

import org.cotangent.optim.run.Vectors;

/** The boundary of a region in scaled variables. */
public final class Sphere {

    private Sphere() {}

    /**
     * How far it is along a direction to the sphere around 0.
     *
     * @param z a point inside
     * @param p a direction, not 0
     * @return the positive root τ of ‖z + τ p‖ = radius
     */
    public static double distance(double[] z, double[] p, double radius) {
        double size = Vectors.norm(p);
        // Along the unit vector, so that no square overflows or underflows.
        double along = Vectors.dot(z, p) / size;
        double norm = Vectors.norm(z);
        double inside = Math.max(0, (radius - norm) * (radius + norm));
        double root = Math.sqrt(along * along + inside);
        double tau = along > 0 ? inside / (along + root) : root - along;
        return tau / size;
    }
}
