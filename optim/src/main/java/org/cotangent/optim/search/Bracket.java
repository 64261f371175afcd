package org.cotangent.optim.search;

/**
 * The interval of Moré and Thuente (1994), Line search algorithms with guaranteed sufficient
 * decrease, ACM TOMS 20, section 4: its best endpoint, its other endpoint, and the choice of the
 * next trial from values and slopes.
 */
final class Bracket {

    /** How far towards the other endpoint a step may go when the slope flattens (their δ, section 4, case 3). */
    private static final double GUARD = 0.66;

    double best;
    double bestValue;
    double bestSlope;
    double other;
    double otherValue;
    double otherSlope;
    boolean closed;

    /** Begins at t = 0. */
    void begin(double value, double slope) {
        best = 0;
        other = 0;
        closed = false;
        bestValue = value;
        bestSlope = slope;
        otherValue = value;
        otherSlope = slope;
    }

    /**
     * Takes in a trial and chooses the next.
     *
     * @param tilt subtracted from all slopes, and its multiples from the values: the auxiliary
     *     function ψ of the paper's first stage; 0 for the function itself
     */
    double update(double t, double value, double slope, double least, double most, double tilt) {
        tilt(tilt);
        double tiltedValue = value - tilt * t;
        double tiltedSlope = slope - tilt;
        double next = next(t, tiltedValue, tiltedSlope, least, most);
        replace(t, tiltedValue, tiltedSlope);
        tilt(-tilt);
        return next;
    }

    private void tilt(double tilt) {
        bestValue -= tilt * best;
        bestSlope -= tilt;
        otherValue -= tilt * other;
        otherSlope -= tilt;
    }

    private double next(double t, double value, double slope, double least, double most) {
        if (value > bestValue) {
            closed = true;
            return higher(t, value, slope);
        }
        if (slope * Math.signum(bestSlope) < 0) {
            closed = true;
            double cubic = cubic(best, bestValue, bestSlope, t, value, slope);
            double secant = secant(t, slope);
            return Math.abs(cubic - t) > Math.abs(secant - t) ? cubic : secant;
        }
        if (Math.abs(slope) < Math.abs(bestSlope)) {
            return flatter(t, value, slope, least, most);
        }
        if (closed) {
            return cubic(other, otherValue, otherSlope, t, value, slope);
        }
        return t > best ? most : least;
    }

    /** Case 1: a minimum lies between. */
    private double higher(double t, double value, double slope) {
        double cubic = cubic(best, bestValue, bestSlope, t, value, slope);
        double width = t - best;
        double quadratic = best + bestSlope / ((bestValue - value) / width + bestSlope) / 2 * width;
        return Math.abs(cubic - best) < Math.abs(quadratic - best) ? cubic : cubic + (quadratic - cubic) / 2;
    }

    /** Case 3: the minimum seems to lie beyond the trial. */
    private double flatter(double t, double value, double slope, double least, double most) {
        double cubic = cubicBeyond(t, value, slope, least, most);
        double secant = secant(t, slope);
        boolean cubicIsNearer = Math.abs(t - cubic) < Math.abs(t - secant);
        if (!closed) {
            double farther = cubicIsNearer ? secant : cubic;
            return Math.max(least, Math.min(most, farther));
        }
        double nearer = cubicIsNearer ? cubic : secant;
        double guard = t + GUARD * (other - t);
        return t > best ? Math.min(guard, nearer) : Math.max(guard, nearer);
    }

    private double cubicBeyond(double t, double value, double slope, double least, double most) {
        double theta = 3 * (bestValue - value) / (t - best) + bestSlope + slope;
        double size = Math.max(Math.abs(theta), Math.max(Math.abs(bestSlope), Math.abs(slope)));
        double gamma = size * Math.sqrt(Math.max(0, theta / size * (theta / size) - bestSlope / size * (slope / size)));
        double signed = t > best ? -gamma : gamma;
        double ratio = (signed - slope + theta) / (signed + (bestSlope - slope) + signed);
        if (ratio < 0 && signed != 0) {
            return t + ratio * (best - t);
        }
        return t > best ? most : least;
    }

    private double secant(double t, double slope) {
        return t + slope / (slope - bestSlope) * (best - t);
    }

    /** The minimizer of the cubic through two points with slopes (paper, section 4). */
    private static double cubic(double a, double valueA, double slopeA, double b, double valueB, double slopeB) {
        double theta = 3 * (valueA - valueB) / (b - a) + slopeA + slopeB;
        double size = Math.max(Math.abs(theta), Math.max(Math.abs(slopeA), Math.abs(slopeB)));
        double gamma = size * Math.sqrt(Math.max(0, theta / size * (theta / size) - slopeA / size * (slopeB / size)));
        double signed = b < a ? -gamma : gamma;
        return a + (signed - slopeA + theta) / (signed - slopeA + signed + slopeB) * (b - a);
    }

    private void replace(double t, double value, double slope) {
        if (value > bestValue) {
            other = t;
            otherValue = value;
            otherSlope = slope;
            return;
        }
        if (slope * Math.signum(bestSlope) < 0) {
            other = best;
            otherValue = bestValue;
            otherSlope = bestSlope;
        }
        best = t;
        bestValue = value;
        bestSlope = slope;
    }
}
