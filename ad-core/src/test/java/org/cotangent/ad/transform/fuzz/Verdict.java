package org.cotangent.ad.transform.fuzz;

/**
 * What the comparison of one sample's derivatives gave.
 *
 * @param outcome whether they agree
 * @param check the first comparison that did not pass, empty if all passed
 * @param detail what was measured and expected
 * @param sloped whether the gradient is other than 0
 */
record Verdict(Outcome outcome, String check, String detail, boolean sloped) {

    /** Whether derivatives agree. */
    enum Outcome {
        AGREED,
        /** A kink or a lost digit at this point leaves nothing to compare with. */
        SKIPPED,
        FAILED
    }

    boolean failed() {
        return outcome == Outcome.FAILED;
    }

    boolean skipped() {
        return outcome == Outcome.SKIPPED;
    }
}
