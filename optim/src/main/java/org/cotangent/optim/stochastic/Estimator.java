package org.cotangent.optim.stochastic;

import org.cotangent.ad.function.FiniteSum;
import org.cotangent.optim.run.Stateful;

/**
 * How the gradient is estimated. The estimator itself is immutable and shared; what it holds during
 * one run is in the memory it begins.
 *
 * @param <F> what it asks of the sum
 */
@FunctionalInterface
public interface Estimator<F extends FiniteSum> {

    /** Begins a run. */
    Memory begin(Objective<? extends F> objective);

    /** What one run holds. */
    interface Memory extends Stateful {

        /**
         * Estimates value and gradient of the mean over all examples.
         *
         * @param x point, length n, not modified
         * @param gradient receives the estimate, length n, overwritten
         * @return the estimate of the value
         */
        double estimate(double[] x, double[] gradient);

        /** The examples that the last estimate is from, for curvature from the same ones; not to be modified. */
        int[] batch();

        /** How many estimates make an epoch, at least 1. */
        long perEpoch();
    }
}
