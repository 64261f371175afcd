package org.cotangent.optim.run;

import java.util.OptionalDouble;

/**
 * What is known about a converged point beyond its gradient.
 *
 * @param gap the Newton decrement, an estimate of f(x) − f(minimum) nearby; empty if not computed
 * @param curvature the smallest curvature seen, dᵀHd/dᵀd over the directions tried; empty if none
 *     was
 */
public record Certificate(OptionalDouble gap, OptionalDouble curvature) {

    /** The gradient is all that is known. */
    public static final Certificate FIRST_ORDER = new Certificate(OptionalDouble.empty(), OptionalDouble.empty());

    /** This one when saved, the saved one when resumed. */
    public Certificate exchange(State state) {
        return new Certificate(state.optional(gap), state.optional(curvature));
    }

    /** "gap not certified", or the gap and what was seen of negative curvature. */
    public String text() {
        String gapText = gap.isPresent() ? "estimated gap " + Text.of(gap.getAsDouble()) : "gap not certified";
        if (curvature.isEmpty()) {
            return gapText;
        }
        double smallest = curvature.getAsDouble();
        return gapText
                + (smallest < 0
                        ? ", negative curvature " + Text.of(smallest) + " seen"
                        : ", no negative curvature seen");
    }
}
