package org.cotangent.optim.trust;

/** A model with a positive definite H, which has a lowest point: what a dogleg needs. */
public interface ConvexQuadratic extends DenseQuadratic {

    /**
     * The step −H⁻¹g to the lowest point.
     *
     * @param step receives it, length n
     */
    void newtonStep(double[] step);
}
