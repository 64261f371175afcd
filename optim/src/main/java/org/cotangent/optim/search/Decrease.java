package org.cotangent.optim.search;

import org.cotangent.optim.run.Evaluation;

/**
 * When a trial has fallen far enough: Armijo's condition f(x(t)) ≤ f(x) + c ∇fᵀ(x(t) − x), and near
 * the rounding floor of f, where that compares noise, the approximate Wolfe condition on slopes of
 * Hager and Zhang (2005), A new conjugate gradient method with guaranteed descent and an efficient
 * line search, SIAM J. Optim. 16, equation 4.1.
 */
final class Decrease {

    /** The usual fraction c of the promised decrease (Moré, Thuente 1994; Nocedal, Wright 2006, p. 33). */
    static final double FRACTION = 1e-4;

    /** The usual fraction of the slope that may be left (same sources); below 1 − 2c, so both conditions of Hager and Zhang hold. */
    static final double FLATTENING = 0.9;

    /**
     * The relative error granted to a value when slopes decide instead: half the digits. Hager and
     * Zhang use 1e-6 for their ε; sums of squares are seldom worse than this.
     */
    static final double FLOOR = Math.sqrt(Math.ulp(1.0));

    private Decrease() {}

    /** Whether the trial may be accepted as far as its value goes. */
    static boolean isSufficient(Path path, Evaluation trial, double t) {
        return isSufficient(path, trial, t, FLATTENING);
    }

    /** The same, where the slope has to flatten to another fraction. */
    static boolean isSufficient(Path path, Evaluation trial, double t, double flattening) {
        return armijo(path, trial, t) || approximate(path, trial, flattening);
    }

    static boolean armijo(Path path, Evaluation trial, double t) {
        double change = trial.value() - path.origin().value();
        double required = FRACTION * path.promised(trial, t);
        return change <= required && change < 0;
    }

    private static boolean approximate(Path path, Evaluation trial, double flattening) {
        double before = path.origin().value();
        if (!(Math.abs(trial.value() - before) <= FLOOR * Math.abs(before))) {
            return false;
        }
        // The slope must have flattened, or ever shorter steps would pass where the value is level.
        return Math.abs(path.slopeAt(trial)) <= flattening * Math.abs(path.slope());
    }
}
