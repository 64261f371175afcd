package org.cotangent.optim.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * One run, a step at a time: what {@link Minimizer#minimize} loops over. Everything that the next
 * step depends on is state of this object, none is in the method that started it, so it can be
 * saved between any two steps and resumed to the bit by {@link Minimizer#resume}.
 *
 * @param <R> what comes back
 */
public interface Run<R> extends Stateful {

    /** What the run is of. */
    Identity identity();

    /** Whether the run has ended. */
    boolean done();

    /** Takes one step, up to the next accepted point or the end; nothing once done. */
    void step();

    /**
     * Goes on from a state that was just exchanged: makes sure that the function is the one that the
     * state is of, without counting that, and takes back an end that the present settings do not
     * ask for any more.
     *
     * @throws IllegalArgumentException if value or gradient at the current point are not the saved
     *     ones, to the bit
     */
    void reopen();

    /**
     * What the run found.
     *
     * @throws IllegalStateException while it has not ended
     */
    R result();

    /** What was learned that another run could use; nothing for most methods. */
    default Experience experience() {
        return Experience.none(identity());
    }

    /** Steps to the end. */
    default R finish() {
        while (!done()) {
            step();
        }
        return result();
    }

    /**
     * Writes the run to a stream, which is flushed and stays open.
     *
     * @throws IllegalStateException within a step, or after one that threw
     */
    default void save(OutputStream out) throws IOException {
        SavedRun.write(identity(), this, out);
    }

    /**
     * Writes the run to a file. It is written beside and moved there, so a crash leaves the file
     * whole, with the old content or the new.
     *
     * @throws IllegalStateException within a step, or after one that threw
     */
    default void save(Path file) throws IOException {
        SavedRun.write(identity(), this, file);
    }
}
