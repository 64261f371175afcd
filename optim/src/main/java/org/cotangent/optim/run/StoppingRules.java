package org.cotangent.optim.run;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rules to compose from. Only rules that measure how far a point is from stationary claim
 * convergence: a small step or a small decrease may have other causes.
 */
public final class StoppingRules {

    private StoppingRules() {}

    /** ‖∇f(x)‖ ≤ tolerance, in the Euclidean norm. */
    public static StoppingRule gradientNorm(double tolerance) {
        requireTolerance("gradient tolerance", tolerance);
        return iterate -> below(Status.CONVERGED, "gradient norm", iterate.gradientNorm(), tolerance);
    }

    /** ‖∇f(x)‖ ≤ tolerance · ‖∇f(start)‖. */
    public static StoppingRule relativeGradientNorm(double tolerance) {
        requireTolerance("relative gradient tolerance", tolerance);
        return iterate -> below(
                Status.CONVERGED, "gradient norm", iterate.gradientNorm(), tolerance * iterate.firstGradientNorm());
    }

    /**
     * The step that the second-order model still asks for, measured against the point, is at most
     * the tolerance: the digits of x that are left to win. Never true for methods without one.
     */
    public static StoppingRule modelStep(double tolerance) {
        requireTolerance("model step tolerance", tolerance);
        return iterate -> below(Status.CONVERGED, "relative model step", iterate.modelStep(), tolerance);
    }

    /** ‖xₖ − xₖ₋₁‖ ≤ tolerance. */
    public static StoppingRule step(double tolerance) {
        requireTolerance("step tolerance", tolerance);
        return iterate -> afterFirst(iterate, Status.SMALL_STEP, "step", iterate.stepNorm(), tolerance);
    }

    /** ‖xₖ − xₖ₋₁‖ ≤ tolerance · ‖xₖ‖. */
    public static StoppingRule relativeStep(double tolerance) {
        requireTolerance("relative step tolerance", tolerance);
        return iterate ->
                afterFirst(iterate, Status.SMALL_STEP, "step", iterate.stepNorm(), tolerance * iterate.pointNorm());
    }

    /** |fₖ₋₁ − fₖ| ≤ tolerance. */
    public static StoppingRule decrease(double tolerance) {
        requireTolerance("decrease tolerance", tolerance);
        return iterate -> afterFirst(iterate, Status.SMALL_DECREASE, "decrease", decreaseOf(iterate), tolerance);
    }

    /** |fₖ₋₁ − fₖ| ≤ tolerance · |fₖ|. */
    public static StoppingRule relativeDecrease(double tolerance) {
        requireTolerance("relative decrease tolerance", tolerance);
        return iterate -> afterFirst(
                iterate, Status.SMALL_DECREASE, "decrease", decreaseOf(iterate), tolerance * Math.abs(iterate.value()));
    }

    /** f(x) ≤ target. The caller's own criterion, so it counts as convergence. */
    public static StoppingRule value(double target) {
        if (Double.isNaN(target)) {
            throw new IllegalArgumentException("target value is NaN, expected a number; pass the value to reach");
        }
        return iterate -> below(Status.CONVERGED, "value", iterate.value(), target);
    }

    /** Stops where a condition of the caller holds, without any claim. */
    public static StoppingRule when(String description, Predicate<Iterate> condition) {
        Objects.requireNonNull(description, "description is null, expected a few words for the summary");
        Objects.requireNonNull(condition, "condition is null, expected when to stop");
        return iterate -> condition.test(iterate)
                ? Optional.of(new Verdict(Status.STOPPED_BY_RULE, description))
                : Optional.empty();
    }

    private static double decreaseOf(Iterate iterate) {
        return Math.abs(iterate.previousValue() - iterate.value());
    }

    private static Optional<Verdict> afterFirst(
            Iterate iterate, Status status, String name, double measured, double limit) {
        return iterate.iteration() == 0 ? Optional.empty() : below(status, name, measured, limit);
    }

    private static Optional<Verdict> below(Status status, String name, double measured, double limit) {
        return measured <= limit
                ? Optional.of(new Verdict(status, name + " " + Text.of(measured) + " <= " + Text.of(limit)))
                : Optional.empty();
    }

    private static void requireTolerance(String name, double tolerance) {
        if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
            throw new IllegalArgumentException(
                    name + " is " + tolerance + ", expected a finite number >= 0; pass for example 1e-8");
        }
    }
}
