package org.cotangent.ad.function;

/**
 * A sum over examples fᵢ(x) = ℓᵢ(zᵢ(x)), a convex loss of a model's outputs, that knows products of
 * its generalised Gauss-Newton matrix Σ Jᵢᵀ ∇²ℓᵢ Jᵢ (Schraudolph 2002), which is never negative and of
 * the Hessian leaves out the curvature of the model.
 */
public interface GaussNewtonSum extends FiniteSum {

    /**
     * The product (Σ Jᵢᵀ ∇²ℓᵢ Jᵢ) v over a batch, with Jᵢ the Jacobian of the outputs at x.
     *
     * @param x point, length n, not modified
     * @param batch indices from 0 to below {@link #size}, not modified
     * @param v direction, length n, not modified
     * @param product receives the product, length n, overwritten, neither {@code x} nor {@code v}
     * @throws IllegalArgumentException if a length is not n or {@code product} is an input
     * @throws IndexOutOfBoundsException if there is no such example
     */
    void gaussNewtonProduct(double[] x, int[] batch, double[] v, double[] product);

    /**
     * The Gauss-Newton matrix of a batch at one point as an operator, for many products with the same bits as {@link #gaussNewtonProduct}.
     *
     * <p>Implementations that can keep what depends on the point alone override this, and say what they keep.
     *
     * @param x point, length n, kept and not modified: it must stay as it is while the operator is in use
     * @param batch indices from 0 to below {@link #size}, the same
     */
    default LinearOperator gaussNewtonAt(double[] x, int[] batch) {
        int n = dimension();
        Checks.length("point", x, n);
        return Operators.of(n, n, (v, product) -> gaussNewtonProduct(x, batch, v, product));
    }
}
