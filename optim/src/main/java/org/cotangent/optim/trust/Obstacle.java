package org.cotangent.optim.trust;

import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Verdict;

/** What stops a trust region that is no rounding floor, and what to do about it. */
enum Obstacle {
    /** No trial had a finite value and gradient. */
    WALL(
            "value or gradient is not finite however small the region",
            "the point is at the end of the domain: keep inside by a barrier or by a change of variables such as"
                    + " x = exp(u), or start elsewhere"),
    /** The decrease that the model promises is larger than any double. */
    OVERFLOW(
            "the decrease that the model promises overflows",
            "start nearer to the minimum, or divide the function by a constant"),
    /** The decrease that the model promises is not a number. */
    NO_MODEL(
            "second derivatives are not finite, so the model promises nothing",
            "DerivativeCheck of ad-core tells whether they should be; where they overflow, start nearer to the minimum or"
                    + " divide the function by a constant"),
    /** The decrease that the model promises is smaller than any double. */
    UNDERFLOW(
            "the decrease that the model promises underflows to 0",
            "multiply the function, or the residuals, by a constant"),
    /** Second derivatives promise a lower point where there is none. */
    NO_WAY_DOWN(
            "negative curvature is seen, but no lower point along it",
            "verify the second derivatives with DerivativeCheck of ad-core; if they are right, rounding hides what is"
                    + " left: rescale the variables");

    private final String text;
    private final String advice;

    Obstacle(String text, String advice) {
        this.text = text;
        this.advice = advice;
    }

    Verdict verdict(long iteration) {
        return new Verdict(Status.LINE_SEARCH_FAILED, text + " (at iteration " + iteration + ")", advice);
    }
}
