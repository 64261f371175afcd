package org.cotangent.ad.check;

/** The customary scale for the relative error |a − b| / max(|a|, |b|) of a derivative. */
public enum Agreement {
    /** Below 1e-7: nothing but rounding. */
    ROUNDING(1e-7, "< 1e-7: nothing but rounding"),
    /** Below 1e-5: good, unless the function is very smooth and computed exactly. */
    GOOD(1e-5, "< 1e-5: good"),
    /** Below 1e-3: suspicious, unless the function has kinks. */
    SUSPICIOUS(1e-3, "< 1e-3: suspicious"),
    /** Anything else: almost certainly an error. */
    ERROR(Double.POSITIVE_INFINITY, ">= 1e-3: almost certainly an error");

    private final double limit;
    private final String text;

    Agreement(double limit, String text) {
        this.limit = limit;
        this.text = text;
    }

    /** Where a relative error lies; NaN counts as an error. */
    public static Agreement of(double relativeError) {
        for (Agreement agreement : values()) {
            if (relativeError < agreement.limit) {
                return agreement;
            }
        }
        return ERROR;
    }

    /** Such as {@code < 1e-5: good}. */
    public String text() {
        return text;
    }
}
