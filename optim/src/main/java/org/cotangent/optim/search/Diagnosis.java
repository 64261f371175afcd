package org.cotangent.optim.search;

import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Text;
import org.cotangent.optim.run.Verdict;

/** Why a search found nothing. */
public enum Diagnosis {
    /** The promised change is below the rounding error of the value. */
    ROUNDING_FLOOR(Status.ROUNDING_FLOOR, "the decrease left is below the rounding error of the value"),
    /** The slope is not negative. */
    NOT_DESCENT(Status.LINE_SEARCH_FAILED, "the direction is not a descent direction"),
    /** No trial had a finite value and gradient. */
    NON_FINITE_WALL(Status.LINE_SEARCH_FAILED, "value or gradient is not finite however short the step"),
    /** The value contradicts the gradient. */
    INCONSISTENT_GRADIENT(
            Status.LINE_SEARCH_FAILED,
            "the value rises in proportion to the step where the gradient promises a fall; verify the gradient with"
                    + " DerivativeCheck, or the function has a kink here"),
    /** None of these. */
    TOO_MANY_TRIALS(Status.LINE_SEARCH_FAILED, "no trial met the conditions; the function may not be smooth here");

    private final Status status;
    private final String text;

    Diagnosis(Status status, String text) {
        this.status = status;
        this.text = text;
    }

    Verdict verdict(double slope, long iteration) {
        return new Verdict(status, text + " (slope " + Text.of(slope) + " at iteration " + iteration + ")");
    }
}
