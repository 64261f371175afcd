package org.cotangent.optim.search;

import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Certificate;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.Stateful;

/**
 * Where to search next. The direction itself is immutable and shared; what it learns during one
 * run is kept in the memory it begins.
 *
 * @param <F> what it asks of the function
 */
@FunctionalInterface
public interface Direction<F extends DifferentiableFunction> {

    /**
     * Begins a run.
     *
     * @param function the function, its calls counted
     */
    Memory begin(F function);

    /** What one run has learned, and how the next direction follows from it. */
    interface Memory extends Stateful {

        /**
         * Chooses the next direction.
         *
         * @param at the current point, its gradient known
         * @param heading receives the vector, what is known of the curvature along it, and a first
         *     step to try
         */
        void choose(Evaluation at, Heading heading);

        /** Learns from an accepted step; both points have their gradients. */
        default void learn(Evaluation from, Evaluation to) {}

        /**
         * Forgets what was learned, when a search along the chosen direction failed.
         *
         * @return whether there was something to forget, so that another direction will be chosen
         */
        default boolean forget() {
            return false;
        }

        /**
         * The step to the minimum by a whole inverse Hessian, for methods that learn one.
         *
         * @param at a point near those learned from, its gradient known
         * @param step length n, receives the step
         * @return false if nothing was learned
         */
        default boolean stepLeft(Evaluation at, double[] step) {
            return false;
        }

        /** Whether a whole inverse Hessian is learned, so that one found otherwise is of use. */
        default boolean learnsInverse() {
            return false;
        }

        /**
         * Begins anew from an inverse Hessian, if one is learned.
         *
         * @param inverse by rows, length n·n, symmetric and positive definite, not modified
         */
        default void begin(double[] inverse) {}

        /** Whether what was learned is about the function near any point, so that another run may begin with it. */
        default boolean outlivesRun() {
            return false;
        }

        /**
         * Says what is known of a point that satisfies the stopping rule. If it turns out to be a
         * saddle, the certificate shows negative curvature and the heading is set to leave along it.
         */
        default Certificate certify(Evaluation at, Heading heading) {
            return Certificate.FIRST_ORDER;
        }
    }
}
