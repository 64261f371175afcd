package org.cotangent.optim.leastsquares;

/**
 * Where a number probably lies.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {

    static Interval around(double center, double halfWidth) {
        return new Interval(center - halfWidth, center + halfWidth);
    }

    /** Whether a number lies in it, ends included. */
    public boolean contains(double number) {
        return low <= number && number <= high;
    }

    /** high − low. */
    public double width() {
        return high - low;
    }
}
