package org.cotangent.codegen.fuzz;

/**
 * What the checks of one program gave.
 *
 * @param outcome whether all agree
 * @param check the first check that did not pass, empty if all passed
 * @param detail what was measured and expected
 * @param components how many components were compared with differences
 * @param kinks how many of them had none to compare with
 * @param sloped whether a derivative is other than 0
 */
record Verdict(Outcome outcome, String check, String detail, int components, int kinks, boolean sloped) {

    /** Whether the checks agree. */
    enum Outcome {
        AGREED,
        /** A lost digit at this point leaves nothing to compare with. */
        SKIPPED,
        FAILED
    }

    static Verdict failed(String check, String detail) {
        return new Verdict(Outcome.FAILED, check, detail, 0, 0, false);
    }

    static Verdict skipped(String check, String detail) {
        return new Verdict(Outcome.SKIPPED, check, detail, 0, 0, false);
    }

    boolean failed() {
        return outcome == Outcome.FAILED;
    }

    boolean skipped() {
        return outcome == Outcome.SKIPPED;
    }
}
