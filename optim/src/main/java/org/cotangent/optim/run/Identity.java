package org.cotangent.optim.run;

import java.util.Objects;

/**
 * What a run is of, as far as it can be told without evaluating anything: written at the head of a
 * file, and compared when the run is resumed.
 *
 * @param method the method with all its settings; equal texts mean that the same steps follow from
 *     the same state, which is what a record's toString gives
 * @param dimension the number of variables
 * @param problem the name that the caller gave to the problem, empty without one
 */
public record Identity(String method, int dimension, String problem) {

    public Identity {
        Objects.requireNonNull(method, "method is null, expected its name and settings");
        Objects.requireNonNull(problem, "problem is null, expected its name, or \"\" for none");
    }

    /** This one when saved, the saved one when resumed. */
    Identity exchange(State state) {
        return new Identity(state.text(method), state.integer(dimension), state.text(problem));
    }

    /**
     * Refuses a run of something else.
     *
     * @throws IllegalArgumentException naming the first difference
     */
    void require(Identity saved) {
        if (!saved.method.equals(method)) {
            throw new IllegalArgumentException("the saved run is by the method \"" + saved.method + "\", expected \""
                    + method + "\"; resume it by the method that it was started with, tolerance and budget may differ");
        }
        if (saved.dimension != dimension) {
            throw new IllegalArgumentException("the saved run has " + Text.count(saved.dimension, "variable")
                    + ", expected " + dimension + " as the function has; pass the function that it was started for");
        }
        if (!saved.problem.equals(problem)) {
            throw new IllegalArgumentException("the saved run is of the problem \"" + saved.problem + "\", expected \""
                    + problem + "\"; pass its file, or give the method the same name by problem(...)");
        }
    }
}
