package org.cotangent.optim.stochastic;

import org.cotangent.ad.function.FiniteSum;
import org.cotangent.optim.run.Stateful;

/**
 * What happens to a gradient on its way to an update: a link of the chain. The transformation itself
 * is immutable and shared; what it learns during one run is in the memory it begins.
 *
 * @param <F> what it asks of the sum
 */
@FunctionalInterface
public interface Transformation<F extends FiniteSum> {

    /** Begins a run. */
    Memory begin(Objective<? extends F> objective);

    /** What one run has learned. */
    interface Memory extends Stateful {

        /**
         * Transforms {@link Update#vector} in place. Calls of the sum come before any change of the vector
         * or of what was learned: the budget may end the run within them, and the update is gone on with later.
         */
        void apply(Update update);
    }
}
