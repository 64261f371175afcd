package org.cotangent.optim.run;

/**
 * Unwinds from inside an evaluation that must not happen, because the budget is used up or the run
 * was cancelled. It never leaves a run: the loop catches it and returns the best point. A signal
 * rather than a return code, so that no part, the caller's own included, can forget to look.
 */
public final class StopSignal extends RuntimeException {

    private final Verdict verdict;

    StopSignal(Verdict verdict) {
        super(verdict.reason(), null, false, false);
        this.verdict = verdict;
    }

    /** Why. */
    public Verdict verdict() {
        return verdict;
    }
}
