package org.cotangent.optim.scalar;

/**
 * How close to a minimum is close enough.
 *
 * @param relative part of |x|
 * @param absolute whatever x is
 */
record Tolerance(double relative, double absolute) {

    /** The distance from 1 to the next double. */
    static final double EPSILON = 0x1p-52;

    /** The distance at a point, not below what can be told apart there. */
    double at(double x) {
        // Twice, as the neighbours of a power of 2 are at different distances.
        return Math.max(relative, 2 * EPSILON) * Math.abs(x) + Math.max(absolute, Double.MIN_NORMAL);
    }

    /** Whether values cannot be told apart: they differ by one rounding error at most. */
    static boolean isLevel(double one, double other) {
        return Math.abs(one - other) <= EPSILON * Math.min(Math.abs(one), Math.abs(other));
    }
}
