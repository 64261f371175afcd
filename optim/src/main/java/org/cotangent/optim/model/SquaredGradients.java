package org.cotangent.optim.model;

import org.cotangent.ad.function.FiniteSum;

/** A sum over examples that knows the squares of their gradients without computing each gradient. */
public interface SquaredGradients extends FiniteSum {

    /**
     * Σ (∂fᵢ/∂xⱼ)² over a batch, for each variable. A penalty may be left out: it is the same for all examples.
     *
     * @param x point, length n, not modified
     * @param batch indices from 0 to below {@link #size}, not modified
     * @param squares receives the sums, length n, overwritten
     */
    void squaredGradients(double[] x, int[] batch, double[] squares);
}
