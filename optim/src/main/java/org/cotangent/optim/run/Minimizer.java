package org.cotangent.optim.run;

/**
 * A configured method. Immutable, so one object may run in any number of threads.
 *
 * @param <F> what the function must offer
 * @param <R> what comes back
 */
public interface Minimizer<F, R> {

    /**
     * Begins a run that the caller steps.
     *
     * @param start first point, length n, copied
     * @throws IllegalArgumentException if the length is wrong or the function has no variables
     */
    Run<R> start(F function, double... start);

    /**
     * Runs to the end. Numbers never make this throw; only what the function or the observer
     * itself throws passes through.
     *
     * @param start first point, length n, not modified
     * @throws IllegalArgumentException if the length is wrong or the function has no variables
     */
    default R minimize(F function, double... start) {
        return start(function, start).finish();
    }
}
