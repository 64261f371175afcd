package org.cotangent.examples;

import java.util.Arrays;

/** How far derivatives are from what is expected of them. */
public final class Deviation {

    /** Of the largest entry: what is smaller is compared with this. */
    private static final double FLOOR = 1e-6;

    private Deviation() {}

    /** The largest relative deviation of an entry, those below a millionth of the largest entry held against that. */
    public static double of(double[] found, double[] expected) {
        if (found.length != expected.length) {
            throw new IllegalArgumentException(found.length + " entries, expected " + expected.length);
        }
        double floor = FLOOR * Arrays.stream(expected).map(Math::abs).max().orElse(0);
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            double deviation = Math.abs(found[i] - expected[i]) / Math.max(Math.abs(expected[i]), floor);
            worst = Double.isNaN(deviation) ? Double.POSITIVE_INFINITY : Math.max(worst, deviation);
        }
        return worst;
    }
}
