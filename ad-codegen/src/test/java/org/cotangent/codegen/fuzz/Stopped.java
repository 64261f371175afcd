package org.cotangent.codegen.fuzz;

/** Ends the checks of a program at the first that does not pass. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Verdict.Outcome outcome;
    private final String check;

    private Stopped(Verdict.Outcome outcome, String check, String detail) {
        super(detail, null, false, false);
        this.outcome = outcome;
        this.check = check;
    }

    static Stopped failed(String check, String detail) {
        return new Stopped(Verdict.Outcome.FAILED, check, detail);
    }

    static Stopped skipped(String check, String detail) {
        return new Stopped(Verdict.Outcome.SKIPPED, check, detail);
    }

    Verdict verdict(int components, int kinks, boolean sloped) {
        return new Verdict(outcome, check, getMessage(), components, kinks, sloped);
    }
}
