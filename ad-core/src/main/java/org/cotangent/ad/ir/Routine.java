package org.cotangent.ad.ir;

/** The code of an {@link External} routine as the interpreter runs it. Called by any number of threads. */
@FunctionalInterface
public interface Routine {

    /**
     * Computes.
     *
     * @param call arguments and result; not valid after return
     */
    void run(Arguments call);

    /**
     * The arguments of one call, numbered from 0 in the order of declaration, and its result.
     * Asking for another type than the declared one throws {@link IllegalArgumentException}.
     */
    interface Arguments {

        double real(int parameter);

        int integer(int parameter);

        long wide(int parameter);

        boolean truth(int parameter);

        /** An array itself, to be read or written as declared. */
        Object array(int parameter);

        /** An array of doubles itself, to be read or written as declared. */
        default double[] doubles(int parameter) {
            return (double[]) array(parameter);
        }

        void give(double result);

        void give(long result);

        void give(boolean result);

        /** Gives a new array that nothing else refers to. */
        void give(Object result);
    }
}
