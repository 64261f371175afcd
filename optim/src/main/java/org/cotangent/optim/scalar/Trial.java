package org.cotangent.optim.scalar;

import java.util.OptionalDouble;

/**
 * A point with what is known there.
 *
 * @param value +∞ where the function is not defined
 * @param slope empty if it is not asked for
 */
record Trial(double x, double value, OptionalDouble slope) {

    /** A trial in which NaN has become +∞, also where only the slope is NaN: it leads nowhere. */
    static Trial of(double x, double value, OptionalDouble slope) {
        boolean usable = !Double.isNaN(value) && (slope.isEmpty() || !Double.isNaN(slope.getAsDouble()));
        return new Trial(x, usable || value == Double.NEGATIVE_INFINITY ? value : Double.POSITIVE_INFINITY, slope);
    }

    boolean isFinite() {
        return Double.isFinite(value);
    }

    /** The slope of a trial that has one. */
    double steepness() {
        return slope.orElseThrow();
    }
}
