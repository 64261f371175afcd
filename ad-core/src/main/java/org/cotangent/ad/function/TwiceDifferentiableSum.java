package org.cotangent.ad.function;

/** A sum over examples that also knows products of the Hessian of a batch with a vector. */
public interface TwiceDifferentiableSum extends FiniteSum {

    /**
     * The product (Σ ∇²fᵢ(x)) v over a batch.
     *
     * @param x point, length n, not modified
     * @param batch indices from 0 to below {@link #size}, not modified
     * @param v direction, length n, not modified
     * @param product receives the product, length n, overwritten, neither {@code x} nor {@code v}
     * @throws IllegalArgumentException if a length is not n or {@code product} is an input
     * @throws IndexOutOfBoundsException if there is no such example
     */
    void hessianVectorProduct(double[] x, int[] batch, double[] v, double[] product);

    /**
     * The Hessian of a batch at one point as an operator, for many products with the same bits as {@link #hessianVectorProduct}.
     *
     * <p>Implementations that can keep what depends on the point alone override this, and say what they keep.
     *
     * @param x point, length n, kept and not modified: it must stay as it is while the operator is in use
     * @param batch indices from 0 to below {@link #size}, the same
     */
    default LinearOperator hessianAt(double[] x, int[] batch) {
        int n = dimension();
        Checks.length("point", x, n);
        return Operators.of(n, n, (v, product) -> hessianVectorProduct(x, batch, v, product));
    }
}
