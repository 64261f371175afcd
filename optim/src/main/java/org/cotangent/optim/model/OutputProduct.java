package org.cotangent.optim.model;

/** A product with a matrix of the outputs of one example, as {@link OutputLoss#hessianProduct} is one. */
@FunctionalInterface
interface OutputProduct {

    /**
     * Sets the product.
     *
     * @param example its index
     * @param z outputs of the model, not modified
     * @param v direction, as long, not modified
     * @param product receives the product, as long, overwritten
     */
    void apply(int example, double[] z, double[] v, double[] product);
}
