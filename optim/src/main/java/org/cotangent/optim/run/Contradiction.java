package org.cotangent.optim.run;

/** What to say where a value rises though its gradient promises a fall. */
public enum Contradiction {
    /** The derivatives are right. */
    ROUNDING(
            Status.ROUNDING_FLOOR,
            "rounding hides the fall that the gradient promises",
            "the gradient is right: the value is too ill-conditioned here for shorter steps to show; rescale variables and"
                    + " value, or compute the value with less cancellation"),
    /** The derivatives are wrong. */
    DERIVATIVES(
            Status.LINE_SEARCH_FAILED,
            "the value rises where the gradient promises a fall; verify the derivatives with DerivativeCheck",
            "DerivativeCheck of ad-core names the entry that is wrong; if none is, the function has a kink"
                    + " near, and needs smoothing"),
    /** The slope is another one to both sides. */
    KINK(
            Status.NON_SMOOTH,
            "the value rises where the gradient promises a fall, and its slopes to both sides of the point differ",
            Status.NON_SMOOTH.advice()),
    /** There is no value to be compared with. */
    WALL(
            Status.LINE_SEARCH_FAILED,
            "the value is not finite a short step farther, where the gradient promises a fall",
            "the point is at the end of the domain: keep inside by a barrier or by a change of variables such as"
                    + " x = exp(u), or start elsewhere"),
    /** Differences do not tell. */
    OPEN(
            Status.LINE_SEARCH_FAILED,
            "the value rises where the gradient promises a fall, by a wrong gradient or by the rounding of an"
                    + " ill-conditioned value",
            "DerivativeCheck of ad-core names the entry that is wrong; if none is, rescale variables and"
                    + " value, or compute the value with less cancellation");

    private final Status status;
    private final String text;
    private final String advice;

    Contradiction(Status status, String text, String advice) {
        this.status = status;
        this.text = text;
        this.advice = advice;
    }

    /** What a check found. */
    public static Contradiction of(SlopeCheck check) {
        if (check.jumps()) {
            return KINK;
        }
        if (!check.decides()) {
            return check.ends() ? WALL : OPEN;
        }
        return check.agrees() ? ROUNDING : DERIVATIVES;
    }

    /** The verdict with the measured numbers. */
    public Verdict verdict(SlopeCheck check, long iteration) {
        return new Verdict(status, text + " (" + check.text() + ", at iteration " + iteration + ")", advice);
    }
}
