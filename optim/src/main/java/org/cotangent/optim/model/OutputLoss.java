package org.cotangent.optim.model;

/**
 * A convex loss of the outputs of a model, example by example: −log p(data | outputs). Safe to call from
 * several threads.
 */
public interface OutputLoss {

    /** The number of examples. */
    int size();

    /** The number of outputs for one of them. */
    int outputs();

    /**
     * Value and gradient of the loss.
     *
     * @param example its index
     * @param z outputs of the model, not modified
     * @param gradient receives ∇ℓ(z), as long, overwritten
     * @return ℓ(z)
     */
    double valueAndGradient(int example, double[] z, double[] gradient);

    /**
     * The product ∇²ℓ(z) v.
     *
     * @param example its index
     * @param z outputs of the model, not modified
     * @param v direction, as long, not modified
     * @param product receives the product, as long, overwritten
     */
    void hessianProduct(int example, double[] z, double[] v, double[] product);

    /**
     * The product of the Fisher information E[∇ℓ ∇ℓᵀ] of the outputs with v, the expectation over data
     * as the model predicts them. Where outputs are natural parameters of an exponential family it is the
     * Hessian, which the data do not enter (Martens 2020, New insights and perspectives on the natural
     * gradient method, section 9.2); other losses override this.
     */
    default void fisherProduct(int example, double[] z, double[] v, double[] product) {
        hessianProduct(example, z, v, product);
    }

    /**
     * Directions s of the outputs whose Σ s sᵀ is the Fisher information, as for {@link #fisherProduct}: for every
     * label its gradient times the root of its probability.
     *
     * @param z outputs of the model, not modified
     * @return any number of vectors, new ones
     */
    double[][] fisherFactors(int example, double[] z);
}
