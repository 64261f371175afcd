package org.cotangent.ad.check;

/** What {@code orThrow} throws: an assertion error, so that any test framework calls it a failure. */
public final class CheckFailure extends AssertionError {

    private final transient CheckReport report;

    CheckFailure(CheckReport report) {
        super(report.toString());
        this.report = report;
    }

    /** The report, which is also the message. */
    public CheckReport report() {
        return report;
    }
}
