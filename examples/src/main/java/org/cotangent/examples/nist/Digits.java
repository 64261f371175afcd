package org.cotangent.examples.nist;

/** How well a number agrees with a certified one: the log relative error, as NIST judges software. */
public final class Digits {

    /** As many as are certified; agreement beyond is chance. */
    static final double CERTIFIED = 11;

    private Digits() {}

    /** −log₁₀(|measured − certified| / |certified|), between 0 and {@link #CERTIFIED}; 0 if NaN. */
    static double of(double measured, double certified) {
        double digits = -Math.log10(Math.abs(measured - certified) / Math.abs(certified));
        return Double.isNaN(digits) ? 0 : Math.max(0, Math.min(digits, CERTIFIED));
    }

    /** The fewest digits among several numbers. */
    public static double fewest(double[] measured, double[] certified) {
        double fewest = CERTIFIED;
        for (int i = 0; i < certified.length; i++) {
            fewest = Math.min(fewest, of(measured[i], certified[i]));
        }
        return fewest;
    }
}
