package org.cotangent.optim.leastsquares;

/** The normal distribution of variance 1: Abramowitz, Stegun (1964), 26.2.11. */
final class Normal {

    private static final int MOST_STEPS = 100;

    private static final double TOLERANCE = 4 * Math.ulp(1.0);

    /** P(|Z| ≤ 9) is 1 to the last bit. */
    private static final double LARGEST = 9;

    private Normal() {}

    /** The z with P(|Z| ≤ z) = level, 0 < level < 1: by Newton's method within a bracket. */
    static double halfWidth(double level) {
        double low = 0;
        double high = LARGEST;
        double z = 1;
        for (int k = 0; k < MOST_STEPS && high - low > TOLERANCE * low; k++) {
            double density = 2 * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            double excess = density * series(z) - level;
            low = excess < 0 ? z : low;
            high = excess < 0 ? high : z;
            double next = z - excess / density;
            double inside = next > low && next < high ? next : (low + high) / 2;
            if (Math.abs(inside - z) <= TOLERANCE * z) {
                break;
            }
            z = inside;
        }
        return z;
    }

    /** z + z³/3 + z⁵/(3·5) + …, all terms positive. */
    private static double series(double z) {
        double term = z;
        double sum = 0;
        for (int k = 3; sum + term > sum; k += 2) {
            sum += term;
            term *= z * z / k;
        }
        return sum;
    }
}
