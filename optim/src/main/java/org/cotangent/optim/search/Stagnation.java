package org.cotangent.optim.search;

import java.util.Optional;
import org.cotangent.optim.run.Iterate;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Text;
import org.cotangent.optim.run.Verdict;

/**
 * Notices iterates that wander on the rounding floor: the value level within its rounding error
 * and the gradient no smaller for many steps. Without it the approximate Wolfe condition, which
 * lets the value rise by that error, could go on for ever.
 */
final class Stagnation implements Stateful {

    /** Steps without a smaller gradient; quasi-Newton methods on hard problems need some. */
    private static final int PATIENCE = 50;

    /** Relative change of a value that is rounding error in a long sum. */
    static final double LEVEL = 0x1p-40;

    /** A decrease of so many units in the last place does not show in a value that is a sum. */
    private static final double INVISIBLE = 4;

    /** Steps that shrink no more before the end: some methods oscillate. */
    private static final int INVISIBLE_PATIENCE = 10;

    /** A step by no more than so many last digits of each variable leaves the point as it is. */
    private static final double DIGITS = 4;

    private double smallestPromise = Double.POSITIVE_INFINITY;
    private int invisible;
    private double smallestGradient = Double.POSITIVE_INFINITY;
    private double levelValue = Double.NaN;
    private int level;
    private int still;

    @Override
    public void exchange(State state) {
        smallestGradient = state.number(smallestGradient);
        levelValue = state.number(levelValue);
        level = state.integer(level);
        smallestPromise = state.number(smallestPromise);
        invisible = state.integer(invisible);
        still = state.integer(still);
    }

    /** Whether steps leave the point as it is: ripples of the value are found by ever more trials, and lead nowhere. */
    private Optional<Verdict> checkStep(Iterate iterate, double[] from, double[] to) {
        still = isStill(from, to) ? still + 1 : 0;
        return still < INVISIBLE_PATIENCE
                ? Optional.empty()
                : Optional.of(new Verdict(
                        Status.ROUNDING_FLOOR,
                        "steps of " + Text.of(iterate.stepNorm()) + " move the point by its last digits only"));
    }

    private static boolean isStill(double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            if (Math.abs(to[i] - from[i]) > DIGITS * Math.ulp(to[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code promise}, the decrease that led to the iterate, was invisible and shrinks no more. */
    private Optional<Verdict> checkPromise(Iterate iterate, double promise) {
        if (!(promise <= INVISIBLE * Math.ulp(iterate.value()))) {
            smallestPromise = Double.POSITIVE_INFINITY;
            invisible = 0;
            return Optional.empty();
        }
        if (promise < smallestPromise) {
            smallestPromise = promise;
            invisible = 0;
            return Optional.empty();
        }
        invisible++;
        return invisible < INVISIBLE_PATIENCE
                ? Optional.empty()
                : Optional.of(new Verdict(
                        Status.ROUNDING_FLOOR,
                        "the decrease promised, " + Text.of(promise)
                                + ", does not show in the value and shrinks no more"));
    }

    /**
     * Judges an accepted step.
     *
     * @param promise the decrease that the slope at its beginning promised
     * @param from the point left, not modified
     * @param to the point taken, not modified
     */
    Optional<Verdict> check(Iterate iterate, double promise, double[] from, double[] to) {
        Optional<Verdict> still = checkStep(iterate, from, to);
        Optional<Verdict> verdict = still.isPresent() ? still : checkPromise(iterate, promise);
        return verdict.isPresent() ? verdict : check(iterate);
    }

    private Optional<Verdict> check(Iterate iterate) {
        double floor = LEVEL * Math.abs(iterate.value());
        boolean isLevel = Math.abs(iterate.value() - levelValue) <= floor;
        boolean isFlatter = iterate.gradientNorm() < smallestGradient;
        smallestGradient = Math.min(smallestGradient, iterate.gradientNorm());
        if (!isLevel || isFlatter) {
            levelValue = iterate.value();
            level = 0;
            return Optional.empty();
        }
        level++;
        return level < PATIENCE
                ? Optional.empty()
                : Optional.of(new Verdict(
                        Status.ROUNDING_FLOOR,
                        "value level and gradient norm not below " + Text.of(smallestGradient) + " for "
                                + Text.count(level, "iteration")));
    }
}
