package org.cotangent.optim.search;

import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Text;
import org.cotangent.optim.run.Verdict;

/** Why a search found nothing, and what to do about it. */
public enum Diagnosis {
    /** The promised change is below the rounding error of the value. */
    ROUNDING_FLOOR(
            Status.ROUNDING_FLOOR,
            "the decrease left is below the rounding error of the value",
            Status.ROUNDING_FLOOR.advice()),
    /** The slope is not negative. */
    NOT_DESCENT(
            Status.LINE_SEARCH_FAILED,
            "the direction is not a descent direction",
            "verify the gradient and the products with DerivativeCheck of ad-core"),
    /** There is no slope in any direction, and the stopping rule asks for something else. */
    STATIONARY(
            Status.ROUNDING_FLOOR,
            "the gradient is 0, so no direction leads down, but the stopping rule does not hold",
            "the point is stationary: add StoppingRules.gradientNorm(...) to the rule by or(...), or start elsewhere"),
    /** The slope is larger than any double. */
    OVERFLOW(
            Status.LINE_SEARCH_FAILED,
            "the slope along the direction overflows, the gradient is too large",
            "start nearer to the minimum, or divide the function by a constant"),
    /** The gradient is not 0 but its square is. */
    UNDERFLOW(
            Status.LINE_SEARCH_FAILED,
            "the slope along the direction underflows to 0, the gradient is too small",
            "multiply the function by a constant that brings its values near 1"),
    /** The slope does not rise along the path, so it has no lowest point. */
    NOT_CONVEX(
            Status.LINE_SEARCH_FAILED,
            "the function does not curve upwards along the direction",
            "use a rule that searches, such as new StrongWolfe(): the exact step is for convex quadratics"),
    /** No trial had a finite value and gradient. */
    NON_FINITE_WALL(
            Status.LINE_SEARCH_FAILED,
            "value or gradient is not finite however short the step",
            "the point is at the end of the domain: keep inside by a barrier or by a change of variables such as"
                    + " x = exp(u), or start elsewhere"),
    /** The value contradicts the gradient. */
    INCONSISTENT_GRADIENT(
            Status.LINE_SEARCH_FAILED,
            "the value rises in proportion to the step where the gradient promises a fall, beside the point as at it;"
                    + " verify the gradient with DerivativeCheck",
            "DerivativeCheck of ad-core names the entry of the gradient that is wrong"),
    /** Beside the point the gradient points the other way. */
    KINK(
            Status.NON_SMOOTH,
            "the value rises where the gradient promises a fall, and beside the point the gradient says so: it jumps here",
            Status.NON_SMOOTH.advice()),
    /** Second derivatives promise a lower point where there is none. */
    NO_WAY_DOWN(
            Status.LINE_SEARCH_FAILED,
            "negative curvature is seen, but no lower point along it",
            "verify the second derivatives with DerivativeCheck of ad-core; if they are right, rounding hides what is"
                    + " left: rescale the variables"),
    /** None of these. */
    TOO_MANY_TRIALS(
            Status.LINE_SEARCH_FAILED,
            "no trial met the conditions; the function may not be smooth here",
            "look at the function along the direction, and verify its gradient with DerivativeCheck of ad-core");

    private final Status status;
    private final String text;
    private final String advice;

    Diagnosis(Status status, String text, String advice) {
        this.status = status;
        this.text = text;
        this.advice = advice;
    }

    Verdict verdict(double slope, long iteration) {
        return new Verdict(status, text + " (slope " + Text.of(slope) + " at iteration " + iteration + ")", advice);
    }
}
