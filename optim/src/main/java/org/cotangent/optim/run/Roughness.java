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

    /** Short steps in a row after which to look too, as a method whose trials cross the kink may take none that does. */
    private static final int MOST_SHORT = 100;

    private int count;
    private int shorts;

    @Override
    public void exchange(State state) {
        count = state.integer(count);
        shorts = state.integer(shorts);
    }

    /**
     * Counts a step.
     *
     * @param jumps whether the gradient jumps within the step, rather than change evenly, as it does
     *     across a smooth valley however narrow
     */
    Optional<Verdict> check(Iterate iterate, BooleanSupplier jumps) {
        count = isRough(iterate) ? count + OTHERS : Math.max(0, count - 1);
        shorts = isShort(iterate) && isSteep(iterate) ? shorts + 1 : 0;
        if (count < PATIENCE * OTHERS && shorts < MOST_SHORT) {
            return Optional.empty();
        }
        int steps = Math.max(count / OTHERS, shorts);
        count = 0;
        shorts = 0;
        return jumps.getAsBoolean()
                ? Optional.of(new Verdict(
                        Status.NON_SMOOTH,
                        "steps of " + Text.of(iterate.stepNorm()) + " turn the gradient, whose norm stays "
                                + Text.of(iterate.gradientNorm()) + ", for " + Text.count(steps, "iteration")
                                + " and more"))
                : Optional.empty();
    }

    /** What a rounding floor is where the steps before it turned a gradient that is still large. */
    Verdict atFloor(Iterate iterate, Verdict floor, BooleanSupplier jumps) {
        boolean kink = count > 0 && isSteep(iterate) && jumps.getAsBoolean();
        return kink ? new Verdict(Status.NON_SMOOTH, floor.reason() + ", while steps turn the gradient") : floor;
    }

    private static boolean isRough(Iterate iterate) {
        double turn = iterate.curvature() * iterate.stepNorm();
        return isShort(iterate) && turn >= LARGE * iterate.gradientNorm() && isSteep(iterate);
    }

    private static boolean isShort(Iterate iterate) {
        return iterate.stepNorm() <= SHORT * Math.max(iterate.pointNorm(), iterate.firstPointNorm());
    }

    /** Whether the gradient is still of the size that it had at the start, as it is at a kink. */
    static boolean isSteep(Iterate iterate) {
        return iterate.gradientNorm() >= LARGE * iterate.firstGradientNorm();
    }
}
