package org.cotangent.optim.run;

/**
 * One run, a step at a time: what {@link Minimizer#minimize} loops over. Everything that the next
 * step depends on is state of this object, none is in the method that started it.
 *
 * @param <R> what comes back
 */
public interface Run<R> extends Stateful {

    /** Whether the run has ended. */
    boolean done();

    /** Takes one step, up to the next accepted point or the end; nothing once done. */
    void step();

    /**
     * What the run found.
     *
     * @throws IllegalStateException while it has not ended
     */
    R result();

    /** Steps to the end. */
    default R finish() {
        while (!done()) {
            step();
        }
        return result();
    }
}
