package org.cotangent.optim.trust;

import org.cotangent.optim.run.Evaluation;

/**
 * The linear system whose solution is the undamped second-order step.
 *
 * @param <E> the points it works on
 */
public interface NewtonSystem<E extends Evaluation> {

    /**
     * Solves at a point.
     *
     * @param step receives the step, length n
     * @return the scaled norm of the step relative to that of the point; NaN if the system is not
     *     positive definite, which forbids the step
     */
    double solve(E at, double[] step);

    /** Forgets what it kept of other points. Called before each finish. */
    default void begin() {}

    /** What the last solve tells of the Hessian. */
    default Definiteness definiteness() {
        return Definiteness.UNKNOWN;
    }

    /** How far the value at a point is uncertain by rounding. */
    double noise(E at);
}
