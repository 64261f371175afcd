package org.cotangent.ad.transform.fuzz;

import java.util.function.DoubleUnaryOperator;

/** The slope of a function at 0 by fourth-order central differences, where it has one. */
final class Differences {

    /** The truncation error h⁴f⁽⁵⁾/30 at the first step, for a fifth derivative of some ten thousands. */
    private static final double TOLERANCE = 1e-6;

    /** What two function values of size 1 lose, some units in the last place. */
    private static final double ROUNDING = 1e-14;

    private static final double KINK = 1e-3;

    private final DoubleUnaryOperator function;

    Differences(DoubleUnaryOperator function) {
        this.function = function;
    }

    void require(double slope, double scale) {
        double best = Double.POSITIVE_INFINITY;
        for (double h = 1e-3; h > 1e-7; h /= 10) {
            double error = Math.abs(central(h) - slope);
            if (error < TOLERANCE * scale + ROUNDING / h) {
                return;
            }
            best = Math.min(best, error);
        }
        double h = 1e-6;
        double here = function.applyAsDouble(0);
        double right = (function.applyAsDouble(h) - here) / h;
        double left = (here - function.applyAsDouble(-h)) / h;
        String detail = "adjoint gives slope " + slope + ", differences are off by " + best + ", one-sided slopes are "
                + left + " and " + right;
        if (Math.abs(right - left) > KINK * (Math.abs(right) + Math.abs(left) + 1)) {
            throw Stopped.skipped("differences", detail);
        }
        throw Stopped.failed("differences", detail);
    }

    private double central(double h) {
        double near = function.applyAsDouble(h) - function.applyAsDouble(-h);
        double far = function.applyAsDouble(2 * h) - function.applyAsDouble(-2 * h);
        return (8 * near - far) / (12 * h);
    }
}
