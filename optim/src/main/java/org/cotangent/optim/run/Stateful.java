package org.cotangent.optim.run;

/**
 * Whatever the next step of a run depends on. One method serves saving and resuming alike, so that
 * what is written and what is read cannot differ.
 *
 * <pre>{@code
 * public void exchange(State state) {
 *     size = state.integer(size);
 *     lastStep = state.number(lastStep);
 *     state.vector(direction);
 *     changes = state.array(changes);
 * }
 * }</pre>
 *
 * <p>Buffers that are filled anew before they are read, and what follows from the method's
 * configuration or from the function, need not be exchanged.
 */
@FunctionalInterface
public interface Stateful {

    /**
     * Passes every field through {@code state}, always the same ones in the same order, and keeps
     * what comes back. An object that is resumed was begun with the same configuration for a
     * function of the same dimension. Evaluates nothing.
     */
    void exchange(State state);
}
