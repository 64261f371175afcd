package org.cotangent.optim.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

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
     * Goes on with a run that was saved, as if it had never stopped: to the bit, and with what was
     * spent so far. Tolerance, budget and observers may be others; a run that ended by what its
     * settings allowed goes on if the present ones allow more.
     *
     * @param function the one that the run was started for; value and gradient at the saved point
     *     are compared, uncounted
     * @param saved what {@link Run#save} wrote
     * @throws SavedRunException if it is no saved run, damaged, or of another version
     * @throws IllegalArgumentException if it is of another method, dimension, problem or function
     */
    default Run<R> resume(F function, InputStream saved) throws IOException {
        Run<R> run = start(function, new double[dimension(function)]);
        SavedRun.read(saved, run.identity(), run);
        run.reopen();
        return run;
    }

    /** The same from a file. */
    default Run<R> resume(F function, Path saved) throws IOException {
        Run<R> run = start(function, new double[dimension(function)]);
        SavedRun.read(saved, run.identity(), run);
        run.reopen();
        return run;
    }

    /**
     * What a saved run had learned, for runs from other starts and of functions that differ a little
     * from the one it was of: unlike {@link #resume}, this compares no values.
     *
     * @throws SavedRunException if it is no saved run, damaged, or of another version
     * @throws IllegalArgumentException if it is of another method, dimension or problem
     */
    default Experience experience(F function, Path saved) throws IOException {
        Run<R> run = start(function, new double[dimension(function)]);
        SavedRun.read(saved, run.identity(), run);
        return run.experience();
    }

    /** The number of variables of a function. */
    int dimension(F function);

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
