package org.cotangent.problems;

import java.util.Arrays;
import java.util.Optional;

/** A known minimum: its value, and where it is if that is known. */
public final class Minimum {

    /** Six digits of a value; near a value of 0, what a gradient norm of 1e-8 leaves in a flat valley. */
    private static final double DIGITS = 1e-6;

    private static final double SMALL = 1e-2;

    private final double value;
    private final Optional<double[]> point;

    private Minimum(double value, Optional<double[]> point) {
        this.value = value;
        this.point = point;
    }

    /** A minimum whose place is not recorded, or not one point. */
    public static Minimum of(double value) {
        return new Minimum(value, Optional.empty());
    }

    /**
     * A minimum at a known point.
     *
     * @param point length n, copied
     */
    public static Minimum at(double value, double... point) {
        return new Minimum(value, Optional.of(point.clone()));
    }

    /** As published. */
    public double value() {
        return value;
    }

    /** A copy, to the digits that are published; empty if it is not recorded, or not one point. */
    public Optional<double[]> point() {
        return point.map(double[]::clone);
    }

    /** Whether a value is this one: to six digits, below 0.01 to 1e-8. */
    public boolean accepts(double found) {
        return Math.abs(found - value) <= DIGITS * Math.max(Math.abs(value), SMALL);
    }

    @Override
    public String toString() {
        return point.map(x -> value + " at " + Arrays.toString(x)).orElse(String.valueOf(value));
    }
}
