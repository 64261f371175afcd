package org.cotangent.examples.certification;

import org.cotangent.optim.run.Counts;

/**
 * What a run spent.
 *
 * @param evaluations of the function, with or without gradient; of residuals
 * @param slopes gradients or Jacobians among them
 * @param products of a Hessian with a vector
 * @param hessians whole ones
 */
record Cost(long evaluations, long slopes, long products, long hessians) {

    static final Cost NONE = new Cost(0, 0, 0, 0);

    /** Of a fit: Jacobians are computed where the residuals are known already. */
    static Cost ofFit(Counts counts) {
        return new Cost(counts.values(), counts.jacobians(), counts.products(), counts.hessians());
    }

    static Cost of(Counts counts) {
        return new Cost(counts.evaluations(), counts.gradients(), counts.products(), counts.hessians());
    }

    Cost plus(Cost other) {
        return new Cost(
                evaluations + other.evaluations,
                slopes + other.slopes,
                products + other.products,
                hessians + other.hessians);
    }

    /** In evaluations, where a product counts as one and a Hessian as one for each variable. */
    long work(int dimension) {
        return evaluations + products + hessians * dimension;
    }
}
