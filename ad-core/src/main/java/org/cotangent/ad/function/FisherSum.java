package org.cotangent.ad.function;

/**
 * A sum of negative log likelihoods that knows products of the Fisher information of its model: the
 * metric of natural gradients (Amari 1998). The expectation is over what the model predicts, not over
 * the data, so labels do not enter.
 */
public interface FisherSum extends FiniteSum {

    /**
     * The product (Σ Fᵢ(x)) v over a batch, Fᵢ = E[∇ log p ∇ log pᵀ] with the expectation over p itself.
     *
     * @param x point, length n, not modified
     * @param batch indices from 0 to below {@link #size}, not modified
     * @param v direction, length n, not modified
     * @param product receives the product, length n, overwritten, neither {@code x} nor {@code v}
     * @throws IllegalArgumentException if a length is not n or {@code product} is an input
     * @throws IndexOutOfBoundsException if there is no such example
     */
    void fisherProduct(double[] x, int[] batch, double[] v, double[] product);

    /**
     * The Fisher matrix of a batch at one point as an operator, for many products with the same bits as {@link #fisherProduct}.
     *
     * <p>Implementations that can keep what depends on the point alone override this, and say what they keep.
     *
     * @param x point, length n, kept and not modified: it must stay as it is while the operator is in use
     * @param batch indices from 0 to below {@link #size}, the same
     */
    default LinearOperator fisherAt(double[] x, int[] batch) {
        int n = dimension();
        Checks.length("point", x, n);
        return Operators.of(n, n, (v, product) -> fisherProduct(x, batch, v, product));
    }
}
