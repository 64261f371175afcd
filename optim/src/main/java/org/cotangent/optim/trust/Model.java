package org.cotangent.optim.trust;

import org.cotangent.optim.run.MovableEvaluation;
import org.cotangent.optim.run.Stateful;

/**
 * How the function is modelled. The model is immutable and shared; what it learns during a run is
 * kept in the memory it begins.
 *
 * @param <F> what it asks of the function
 * @param <E> the points it works on
 * @param <Q> the quadratics it builds
 */
@FunctionalInterface
public interface Model<F, E extends MovableEvaluation, Q extends Quadratic> {

    /**
     * Begins a run.
     *
     * @param function the function, its calls counted
     */
    Memory<E, Q> begin(F function);

    /** What one run has learned. */
    interface Memory<E extends MovableEvaluation, Q extends Quadratic> extends Stateful {

        /** Buffers for a point. */
        E blank();

        /** Learns from an accepted step, before a model around {@code to} is asked for. */
        void learn(E from, E to);

        /**
         * The model around an accepted point. Follows from the point and from what was learned, and
         * changes neither: a resumed run asks again.
         */
        Q around(E point);
    }
}
