package org.cotangent.optim.stochastic;

import org.cotangent.optim.run.Stateful;

/**
 * What becomes of the points that updates lead to: a mean of them is shown instead, or goes on. The
 * averaging itself is immutable and shared; the means of one run are in the memory it begins.
 */
@FunctionalInterface
public interface Averaging {

    /** Points as they are. */
    static Averaging none() {
        return new NoAveraging();
    }

    /**
     * Begins a run.
     *
     * @param start the first point, not modified
     */
    Memory begin(double[] start);

    /** The means of one run. */
    interface Memory extends Stateful {

        /**
         * Sees a point that an update led to.
         *
         * @param x may be moved
         */
        void moved(double[] x);

        /**
         * Tells which point is measured and returned.
         *
         * @param x where updates have led, not modified
         * @param shown receives the point, length n, overwritten
         */
        void show(double[] x, double[] shown);
    }
}
