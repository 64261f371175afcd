package org.cotangent.ad.function;

/** A vector function that also knows the curvature of any weighted sum of its values. */
public interface TwiceDifferentiableVectorFunction extends VectorFunction {

    /**
     * The product (Σ wᵢ ∇²fᵢ(x)) v.
     *
     * @param x point, length n, not modified
     * @param w weights, length m, not modified
     * @param v direction, length n, not modified
     * @param product receives the product, length n, overwritten
     * @throws IllegalArgumentException if a length is wrong or {@code product} is an input
     */
    void weightedHessianVectorProduct(double[] x, double[] w, double[] v, double[] product);
}
