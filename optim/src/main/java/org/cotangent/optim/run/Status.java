package org.cotangent.optim.run;

/** Why a run ended, and what to do when it did not end well. */
public enum Status {
    /** The stated criterion holds at the returned point. */
    CONVERGED("Converged", ""),
    /**
     * The stated criterion asks for more than rounding shows, but the point was verified by another one, which
     * the reason states: second derivatives promise no further decrease beyond the rounding error of the value.
     */
    CONVERGED_TO_ROUNDING("Converged to rounding", ""),
    /** Steps became small, which says nothing of the gradient. */
    SMALL_STEP("Stopped on small steps", "require a small gradient as well: rule.and(StoppingRules.gradientNorm(...))"),
    /** The decrease became small, which says nothing of the gradient. */
    SMALL_DECREASE(
            "Stopped on small decrease", "require a small gradient as well: rule.and(StoppingRules.gradientNorm(...))"),
    /** The value cannot be told from its rounding error any more, but the criterion does not hold. */
    ROUNDING_FLOOR(
            "Stopped at the rounding floor",
            "if the gradient is small, the point is as good as double precision shows: loosen the tolerance or rescale"
                    + " variables and value; if it is not, the function may have a kink here"),
    /** No step along the direction, or within the region, was acceptable; the reason says why. */
    LINE_SEARCH_FAILED("Search failed", "check the derivatives, and whether the function is smooth here"),
    /** The gradient jumps where the run came to rest, so no method that trusts it gets further. */
    NON_SMOOTH(
            "Stopped at a kink",
            "smooth the function, for example sqrt(x^2 + e^2) for |x| and a log-sum-exp for a maximum; if it is smooth,"
                    + " it is too badly scaled for this method: rescale the variables"),
    /** The value falls for ever, as far as double precision goes. */
    UNBOUNDED(
            "Unbounded below",
            "add a penalty or a regularisation, or keep variables within bounds by a change of variables; check the"
                    + " sign of the function"),
    /** The criterion holds, but the values go on falling in the direction in which the iterates run away. */
    RUNS_AWAY(
            "Runs away",
            "the function is lowest at infinity, or far beyond: add a penalty or a regularisation, or keep variables"
                    + " within bounds by a change of variables; if the point is good enough, stop by"
                    + " StoppingRules.value(...)"),
    /** Steps led where value or gradient are not finite, or ever higher; methods that search their steps do not. */
    DIVERGED(
            "Diverged", "lower the rate, clip gradients, or skip updates that are not finite if the data are to blame"),
    /** The start has a value or gradient that is not finite. */
    NON_FINITE_START("Start is not finite", "choose a start where the function and its gradient are finite"),
    /** The iteration limit was reached. */
    ITERATION_LIMIT("Iteration limit", "raise maxIterations, loosen the tolerance or rescale the variables"),
    /** The evaluation limit was reached. */
    EVALUATION_LIMIT("Evaluation limit", "raise maxEvaluations, or save the run and resume it"),
    /** The time allowed is over. */
    TIME_LIMIT("Time limit", "raise maxTime, or save the run and resume it"),
    /** The observer asked to stop. */
    STOPPED_BY_OBSERVER("Stopped by the observer", "save the run and resume it if that was not wanted"),
    /** The caller cancelled the run. */
    CANCELLED("Cancelled", "save the run and resume it if that was not wanted"),
    /** The equations cannot be met any better near the returned point, which is no root. */
    NO_ROOT("No root here", "start elsewhere; the point is a local minimum of the sum of squares"),
    /** A rule of the caller ended the run. */
    STOPPED_BY_RULE("Stopped by a rule", "the rule states no convergence; add one that does if that was wanted");

    private final String title;
    private final String advice;

    Status(String title, String advice) {
        this.title = title;
        this.advice = advice;
    }

    /** Whether the criterion that the reason states holds at the returned point. */
    public boolean converged() {
        return this == CONVERGED || this == CONVERGED_TO_ROUNDING;
    }

    /** A few words for the beginning of a line. */
    public String title() {
        return title;
    }

    /** What to do next; empty only when converged. */
    public String advice() {
        return advice;
    }
}
