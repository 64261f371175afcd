package org.cotangent.optim.trust;

/**
 * Minimizes a model within the trust region. Has no memory, so it can be shared.
 *
 * @param <Q> what it asks of the model
 */
@FunctionalInterface
public interface SubproblemSolver<Q extends Quadratic> {

    /**
     * Minimizes, exactly or not, the model over ‖D s‖ ≤ radius.
     *
     * @param step receives the step and what the model says of it
     */
    void solve(Q quadratic, double radius, TrustStep step);
}
