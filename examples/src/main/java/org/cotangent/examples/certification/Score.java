package org.cotangent.examples.certification;

import java.util.Optional;

/**
 * How a run is judged.
 *
 * @param name of the problem
 * @param dimension its number of variables
 * @param solved whether what was found is right
 * @param claimed whether it was claimed; empty where that is not recorded
 * @param digits of the worst parameter; NaN where no parameters are certified
 * @param message of our own methods
 */
record Score(
        String name,
        int dimension,
        boolean solved,
        Optional<Boolean> claimed,
        double digits,
        Cost cost,
        String message) {

    /** Another stationary point, or fewer digits than asked. */
    boolean missed() {
        return !solved && claimed.orElse(false);
    }

    boolean solvedQuietly() {
        return solved && !claimed.orElse(true);
    }
}
