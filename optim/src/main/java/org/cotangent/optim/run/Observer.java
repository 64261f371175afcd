package org.cotangent.optim.run;

import java.util.Objects;

/** Sees every accepted step and may end the run. */
@FunctionalInterface
public interface Observer {

    /** Sees nothing, stops nothing. */
    Observer NONE = iterate -> Decision.CONTINUE;

    /** What shall happen next. */
    enum Decision {
        /** Go on. */
        CONTINUE,
        /** End the run and return the best point. */
        STOP
    }

    /**
     * Called after every accepted step, not for the start. What it throws ends the run and reaches
     * the caller.
     *
     * @param iterate the new point, valid during the call only
     */
    Decision accepted(Iterate iterate);

    /**
     * Called after every step, also the last one and those that end a run without an accepted point:
     * here, and not in {@link #accepted}, the run may be saved.
     *
     * @param run the run, between two steps
     * @param iterate the current point, valid during the call only
     */
    default void stepped(Run<?> run, Iterate iterate) {}

    /** Both see every step; either may stop. */
    default Observer and(Observer other) {
        Objects.requireNonNull(other, "other is null, expected an observer");
        return new ObserverPair(this, other);
    }
}
