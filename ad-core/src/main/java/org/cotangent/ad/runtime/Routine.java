package org.cotangent.ad.runtime;

/**
 * A program compiled into a class while the application runs. The class is hidden and has no name
 * that anybody could call it by, so it is called through this.
 *
 * <p>Each parameter of the program is passed in the array for its type, at its own number; the
 * other arrays are not looked at there. Any number of threads may call one routine, each with
 * arrays and a workspace of its own.
 */
public interface Routine {

    /**
     * Runs the program once.
     *
     * @param reals values of double parameters, not modified
     * @param integers values of int, long and boolean (1 is true) parameters, not modified
     * @param arrays array parameters, which the program reads and writes
     * @param results receives the results, all of them double, in order
     * @param workspace what the program works in; after an exception it needs {@link
     *     Workspace#clear()}
     */
    void run(double[] reals, long[] integers, Object[] arrays, double[] results, Workspace workspace);
}
