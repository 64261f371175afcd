package org.cotangent.optim.leastsquares;

/**
 * Student's distribution for a whole number ν of degrees of freedom: the finite sums in θ = arctan(t/√ν)
 * of Abramowitz, Stegun (1964), Handbook of mathematical functions, 26.7.3 and 26.7.4; for many degrees
 * of freedom the expansion 26.7.5 about the normal distribution.
 */
final class StudentT {

    /** From here on the expansion, whose first term left out falls with ν⁴, is off by less than 1e-12 at a level of 0.9999. */
    private static final int MANY = 10_000;

    private static final int MOST_STEPS = 100;

    private static final double TOLERANCE = 4 * Math.ulp(1.0);

    private final int freedom;

    /** A distribution with at least 1 degree of freedom. */
    StudentT(int freedom) {
        this.freedom = freedom;
    }

    /**
     * The t with P(|T| ≤ t) = level: half the width of a confidence interval in standard deviations.
     *
     * @param level between 0 and 1, exclusive
     */
    double halfWidth(double level) {
        return freedom >= MANY ? expanded(Normal.halfWidth(level)) : Math.sqrt(freedom) * Math.tan(angle(level));
    }

    private double expanded(double z) {
        double square = z * z;
        double first = z * (square + 1) / 4;
        double second = z * ((5 * square + 16) * square + 3) / 96;
        double third = z * (((3 * square + 19) * square + 17) * square - 15) / 384;
        return z + (first + (second + third / freedom) / freedom) / freedom;
    }

    /** θ with P(|T| ≤ √ν tan θ) = level: by Newton's method within a bracket. */
    private double angle(double level) {
        double low = 0;
        double high = Math.PI / 2;
        double theta = Math.PI / 4;
        double slopeAtZero = slopeAtZero();
        for (int k = 0; k < MOST_STEPS && high - low > TOLERANCE * low; k++) {
            double excess = central(theta) - level;
            low = excess < 0 ? theta : low;
            high = excess < 0 ? high : theta;
            double next = theta - excess / (slopeAtZero * Math.pow(Math.cos(theta), freedom - 1));
            double inside = next > low && next < high ? next : (low + high) / 2;
            if (Math.abs(inside - theta) <= TOLERANCE * theta) {
                break;
            }
            theta = inside;
        }
        return theta;
    }

    /** P(|T| ≤ √ν tan θ), for 0 ≤ θ < π/2; its derivative is proportional to cosᵛ⁻¹θ. */
    private double central(double theta) {
        double cosine = Math.cos(theta);
        double square = cosine * cosine;
        boolean odd = freedom % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = freedom == 1 ? 0 : term;
        for (int k = odd ? 3 : 2; k < freedom; k += 2) {
            term *= square * (k - 1) / k;
            sum += term;
        }
        return odd ? 2 / Math.PI * (theta + Math.sin(theta) * sum) : Math.sin(theta) * sum;
    }

    /** 2 Γ((ν+1)/2) / (√π Γ(ν/2)), by the recurrence of its values two apart. */
    private double slopeAtZero() {
        boolean odd = freedom % 2 == 1;
        double slope = odd ? 2 / Math.PI : 1;
        for (int k = odd ? 1 : 2; k < freedom; k += 2) {
            slope *= (k + 1.0) / k;
        }
        return slope;
    }
}
