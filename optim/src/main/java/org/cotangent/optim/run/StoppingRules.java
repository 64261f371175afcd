package org.cotangent.optim.run;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rules to compose from. Only rules that measure how far a point is from stationary claim
 * convergence: a small step or a small decrease may have other causes.
 *
 * <p>A tolerance or size that is negative, infinite or no number is refused with an {@link IllegalArgumentException}.
 */
public final class StoppingRules {

    /** Half the digits of a value of size 1, the usual order of a gradient tolerance. */
    private static final double STANDARD_GRADIENT = 1e-8;

    /** Three digits of the point; of the Moré-Garbow-Hillstrom problems times 1e-6 two are then claimed too early, of 39. */
    private static final double SETTLED_STEP = 1e-3;

    /**
     * Where a method has learned the inverse Hessian, the digits of the point that its step has to leave alone: with
     * 1e-8, 1e-9, 1e-10 BFGS finds 47, 49, 53 of the 54 NIST fits as plain functions, for 25 evaluations more of 8,893.
     */
    private static final double LEARNED_STEP = 1e-10;

    /**
     * Unless the gradient is below its limit by this: where the Hessian is singular the step hardly shrinks, and would
     * cost 3 % of the evaluations over the Moré-Garbow-Hillstrom problems. With 1e-4 one of the NIST fits has 7 digits.
     */
    private static final double VANISHED_GRADIENT = 1e-6;

    /** At a kink the gradient is of the size that it always was, however short the steps. */
    private static final double FALLEN_GRADIENT = 1e-6;

    /** Near the rounding of the point: in a valley so narrow that no step went along it, more would be a guess. */
    private static final double STANDARD_STEP = 1e-12;

    private StoppingRules() {}

    /** ‖∇f(x)‖ ≤ tolerance, in the Euclidean norm. */
    public static StoppingRule gradientNorm(double tolerance) {
        requireTolerance("gradient tolerance", tolerance);
        return iterate -> stationary(iterate, "gradient norm", iterate.gradientNorm(), tolerance);
    }

    /** ‖∇f(x)‖ ≤ tolerance · ‖∇f(start)‖. */
    public static StoppingRule relativeGradientNorm(double tolerance) {
        requireTolerance("relative gradient tolerance", tolerance);
        return iterate ->
                stationary(iterate, "gradient norm", iterate.gradientNorm(), tolerance * iterate.firstGradientNorm());
    }

    /**
     * maxᵢ |∂f/∂xᵢ| max(|xᵢ|, typicalᵢ) / max(|f|, typicalValue) ≤ tolerance: how much f changes,
     * relatively, with a relative change of one variable (Dennis, Schnabel 1983, Numerical Methods for
     * Unconstrained Optimization, equation 7.2.5). Independent of the units of f and x; not of an
     * offset of f, so that a large one makes it easy to meet.
     *
     * @param typicalPoint sizes of the variables where they are near 0, length n, or length 1 for all
     * @param typicalValue size of f where it is near 0, positive
     */
    public static StoppingRule scaledGradient(double tolerance, double[] typicalPoint, double typicalValue) {
        requireTolerance("scaled gradient tolerance", tolerance);
        double[] sizes = typicalPoint.clone();
        for (double size : sizes) {
            requireTolerance("typical size of a variable", size);
        }
        requireTolerance("typical size of the value", typicalValue);
        return iterate -> stationary(
                iterate,
                "scaled gradient",
                iterate.scaledGradient(sizes),
                tolerance * Math.max(Math.abs(iterate.value()), typicalValue));
    }

    /**
     * The step to where the gradient would vanish, as far as the curvature along the last steps
     * tells, is at most this fraction of the point: {@link Iterate#secantStep(double)}. Independent of the
     * units and of an offset of f, and for methods without a second-order model what {@link
     * #modelStep} is for those with one.
     */
    public static StoppingRule secantStep(double tolerance) {
        requireTolerance("secant step tolerance", tolerance);
        return iterate -> shortSecantStep(iterate, tolerance);
    }

    private static Optional<Verdict> shortSecantStep(Iterate iterate, double tolerance) {
        double size = iterate.pointNorm();
        double step = iterate.secantStep(tolerance * size) / size;
        return stationary(iterate, "relative secant step", step, tolerance);
    }

    /**
     * What methods with nothing but gradients stop by unless told otherwise, whatever the units of f.
     *
     * <p>Either ‖∇f‖ ≤ 1e-8 min(1, ‖∇f(start)‖), while the secant step is at most 1e-3 of the point or
     * start: the gradient is small also where f is measured in large units, and it is not small only
     * because f is flat. Methods that learn the whole inverse Hessian then go on until their step is at most 1e-10 of the
     * point as well, or the gradient at most 1e-6 of its limit. Or the relative secant step is at most 1e-12, confirmed by the curvature around
     * the point ({@link Iterate#secantStep(double)}), and ‖∇f‖ at most 1e-6 of the first: where f is measured in small units its gradient cannot be computed to 1e-8, and the point
     * shows what was reached; unless the gradient, still large, jumps there.
     */
    public static StoppingRule standard() {
        return StoppingRules::smallGradient;
    }

    private static Optional<Verdict> smallGradient(Iterate iterate) {
        double size = Math.max(iterate.pointNorm(), iterate.firstPointNorm());
        double first = iterate.firstGradientNorm();
        double limit = STANDARD_GRADIENT * (first > 0 ? Math.min(1, first) : 1);
        boolean small = iterate.gradientNorm() <= limit;
        boolean far = small && isFar(iterate, size, limit);
        // Far from settled, where a claim would be none, the way to infinity is looked along more and more rarely.
        boolean looks = small && (!far || Long.bitCount(iterate.iteration()) == 1);
        Optional<Verdict> flat = looks
                ? stationary(iterate, "gradient norm", iterate.gradientNorm(), limit)
                        .filter(claim -> !far || claim.status() == Status.RUNS_AWAY)
                : Optional.empty();
        if (flat.isPresent() || !(iterate.gradientNorm() <= FALLEN_GRADIENT * first)) {
            return flat;
        }
        return shortSecantStep(iterate, STANDARD_STEP);
    }

    /** Whether a gradient within its limit is only small because f is flat. */
    private static boolean isFar(Iterate iterate, double size, double limit) {
        boolean far = iterate.secantStep() > SETTLED_STEP * size && iterate.gradientNorm() > 0;
        return far
                || (iterate.gradientNorm() > VANISHED_GRADIENT * limit && iterate.learnedStep() > LEARNED_STEP * size);
    }

    /**
     * The step that the second-order model still asks for, measured against the point, is at most
     * the tolerance: the digits of x that are left to win. Never true for methods without one,
     * but where rounding ends a path search, which looks at second derivatives then.
     */
    public static StoppingRule modelStep(double tolerance) {
        requireTolerance("model step tolerance", tolerance);
        return iterate -> stationary(iterate, "relative model step", iterate.modelStep(), tolerance);
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

    /** A claim, unless the values go on falling towards infinity. */
    private static Optional<Verdict> stationary(Iterate iterate, String name, double measured, double limit) {
        Optional<Verdict> claim = below(Status.CONVERGED, name, measured, limit);
        return claim.isPresent() && iterate.runsAway()
                ? claim.map(found -> new Verdict(
                        Status.RUNS_AWAY,
                        found.reason() + ", but the value goes on falling to ten times the way from the start"))
                : claim;
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
