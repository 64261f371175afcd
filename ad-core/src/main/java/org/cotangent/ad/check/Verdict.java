package org.cotangent.ad.check;

/** What a comparison of a derivative with a measurement of it allows to say. */
public enum Verdict {
    /** They agree, and an error as large as the resolution would have been seen. */
    RIGHT,
    /** They differ by more than the measurement can be wrong. */
    WRONG,
    /** The measurement is too inexact here, or the function has no derivative here. */
    UNDECIDABLE
}
