package org.cotangent.optim.stochastic;

import org.cotangent.optim.run.State;

/** Points as they are. */
record NoAveraging() implements Averaging, Averaging.Memory {

    @Override
    public Memory begin(double[] start) {
        return this;
    }

    @Override
    public void moved(double[] x) {}

    @Override
    public void show(double[] x, double[] shown) {
        System.arraycopy(x, 0, shown, 0, x.length);
    }

    @Override
    public void exchange(State state) {}
}
