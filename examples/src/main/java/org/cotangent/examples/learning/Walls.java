package org.cotangent.examples.learning;

import org.cotangent.optim.run.State;
import org.cotangent.optim.stochastic.Averaging;

/** Moves points that left an interval back to its end. */
record Walls(double from, double to) implements Averaging {

    @Override
    public Memory begin(double[] start) {
        return new Memory() {
            @Override
            public void moved(double[] x) {
                for (int i = 0; i < x.length; i++) {
                    x[i] = Math.max(from, Math.min(to, x[i]));
                }
            }

            @Override
            public void show(double[] x, double[] shown) {
                System.arraycopy(x, 0, shown, 0, x.length);
            }

            @Override
            public void exchange(State state) {}
        };
    }
}
