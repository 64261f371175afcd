package org.cotangent.optim.run;

/**
 * How often the user's function was called, by kind.
 *
 * @param values calls for the value alone (for a vector function: its values)
 * @param gradients calls for the value and the gradient
 * @param jacobians calls for the values and a Jacobian, or a product with one
 * @param products products of a Hessian, or a weighted sum of Hessians, with one vector
 */
public record Counts(long values, long gradients, long jacobians, long products) {

    /** Calls that visit a point: all but the products, which stay at one. */
    public long evaluations() {
        return values + gradients + jacobians;
    }
}
