package org.cotangent.ad.linalg.kernel;

import java.util.concurrent.atomic.AtomicReference;

/** An array for intermediate values, kept from call to call; whoever comes while it is lent gets a new one. */
final class Scratch {

    private static final double[] NONE = {};

    private final AtomicReference<double[]> spare = new AtomicReference<>(NONE);

    /** An array of at least a length, with any contents. */
    double[] borrow(int length) {
        double[] array = spare.getAndSet(NONE);
        return array.length >= length ? array : new double[length];
    }

    void giveBack(double[] array) {
        spare.set(array);
    }
}
