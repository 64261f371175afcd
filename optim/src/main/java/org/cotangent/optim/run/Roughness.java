package org.cotangent.optim.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Notices that a run creeps along a kink: steps too short to matter, over which the gradient turns
 * by its own size, and does not shrink. Where a function is smooth, short steps change its gradient
 * little. Without it the steps of a line search, which always finds some decrease, go on for ever.
 */
final class Roughness implements Stateful {

    /** A step that leaves six digits of the point as they are. */
    private static final double SHORT = 1e-6;

    /** The part of the gradient by which it turns along the step, and that is left of the first gradient. */
    private static final double LARGE = 0.1;

    /** Steps of that kind before the end, each making up for two others, as not every step crosses the kink. */
    private static final int PATIENCE = 30;

    private static final int OTHERS = 2;

    private int count;

    @Override
    public void exchange(State state) {
        count = state.integer(count);
    }

    /**
     * Counts a step.
     *
     * @param jumps whether the gradient jumps within the step, rather than change evenly, as it does
     *     across a smooth valley however narrow
     */
    Optional<Verdict> check(Iterate iterate, BooleanSupplier jumps) {
        count = isRough(iterate) ? count + OTHERS : Math.max(0, count - 1);
        if (count < PATIENCE * OTHERS) {
            return Optional.empty();
        }
        count = 0;
        return jumps.getAsBoolean()
                ? Optional.of(new Verdict(
                        Status.NON_SMOOTH,
                        "steps of " + Text.of(iterate.stepNorm()) + " turn the gradient, whose norm stays "
                                + Text.of(iterate.gradientNorm()) + ", for " + Text.count(PATIENCE, "iteration")
                                + " and more"))
                : Optional.empty();
    }

    /** What a rounding floor is where the steps before it turned a gradient that is still large. */
    Verdict atFloor(Iterate iterate, Verdict floor) {
        boolean kink = count > 0 && isSteep(iterate);
        return kink ? new Verdict(Status.NON_SMOOTH, floor.reason() + ", while steps turn the gradient") : floor;
    }

    private static boolean isRough(Iterate iterate) {
        double size = Math.max(iterate.pointNorm(), iterate.firstPointNorm());
        double turn = iterate.curvature() * iterate.stepNorm();
        return iterate.stepNorm() <= SHORT * size && turn >= LARGE * iterate.gradientNorm() && isSteep(iterate);
    }

    /** Whether the gradient is still of the size that it had at the start, as it is at a kink. */
    static boolean isSteep(Iterate iterate) {
        return iterate.gradientNorm() >= LARGE * iterate.firstGradientNorm();
    }
}
