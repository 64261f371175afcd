package org.cotangent.optim.search;

import org.cotangent.optim.run.Evaluation;

/**
 * The curve x(t), t ≥ 0, that a step rule searches: a ray, or for bounds its projection. All its
 * points are feasible, and every point tried is an {@link Evaluation} that can become the next
 * iterate as it is.
 */
public interface Path {

    /** x(0), its value and gradient known. */
    Evaluation origin();

    /** The derivative of f along the path at its origin. */
    double slope();

    /** The largest t that may be tried; reaching it while f still falls means f has no minimum there. */
    double longest();

    /**
     * A trial point.
     *
     * @param t parameter, in (0, longest]
     * @return x(t), not evaluated yet; stays valid until released or until the search ends
     */
    Evaluation at(double t);

    /** The derivative of f along the path at a trial point; evaluates its gradient. */
    double slopeAt(Evaluation trial);

    /** The change of f that its tangent at the origin promises for a trial point: ∇fᵀ(x(t) − x(0)). */
    double promised(Evaluation trial, double t);

    /**
     * What a rule answers that ends its search here. The paths of this package hand out one object again and
     * again, so that a step makes none.
     *
     * @param trial from {@link #at} of this path with this parameter
     */
    default StepRule.Outcome accept(double t, Evaluation trial) {
        return new StepRule.Accepted(t, trial);
    }

    /** Gives a trial point's buffers back early; optional. */
    void release(Evaluation trial);
}
