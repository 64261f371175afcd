package org.cotangent.ad.ir;

import org.cotangent.ad.expr.Complex;

/**
 * The code of an {@link External} routine over complex numbers, for verification by complex step.
 * Decisions are made on real parts. Called by any number of threads.
 */
@FunctionalInterface
public interface ComplexRoutine {

    /**
     * Computes.
     *
     * @param call arguments and result; not valid after return
     */
    void run(Arguments call);

    /** As {@link Routine.Arguments}; arrays of reals have imaginary parts in an array beside them. */
    interface Arguments extends Routine.Arguments {

        Complex complex(int parameter);

        /** The imaginary parts of an array of reals: doubles in the same shape. */
        Object imaginaries(int parameter);

        void give(Complex result);

        /** Gives a new array of reals with its imaginary parts. */
        void give(Object result, Object imaginaries);
    }
}
