package org.cotangent.optim.trust;

/** The model gᵀs + ½ sᵀHs with an H that is known by its products: all that an iterative solver needs. */
public interface ProductQuadratic extends Quadratic {

    /** The gradient g, length n: the buffer itself, not to be modified. */
    double[] gradient();

    /**
     * The product H v.
     *
     * @param v length n, not modified
     * @param product receives H v, length n, overwritten, not the same array as {@code v}
     */
    void apply(double[] v, double[] product);

    /** The residual, relative to the gradient, at which an iterative solver may stop. */
    double forcing();
}
