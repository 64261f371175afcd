package org.cotangent.optim.leastsquares;

/**
 * How much a residual counts: ½ Σ ρ(rᵢ²) is minimized instead of ½ Σ rᵢ². Losses that grow slower
 * than the square let outliers pull less. Scales are in units of the residuals, after weighting;
 * the usual multiples of their standard deviation keep 95 % of the efficiency for normal errors
 * (Huber, Ronchetti 2009, Robust statistics; Holland, Welsch 1977).
 */
public interface Loss {

    /**
     * ρ(s).
     *
     * @param square s = r², at least 0
     */
    double value(double square);

    /** ρ′(s), 1 at 0 and never negative. */
    double slope(double square);

    /** ρ″(s). */
    double curvature(double square);

    /** ρ(s) = s: least squares. */
    static Loss squares() {
        return UnitLoss.SQUARES;
    }

    /** s below the scale, growing linearly with |r| beyond (Huber 1964); convex. 1.345 is usual. */
    static Loss huber(double scale) {
        return new ScaledLoss(UnitLoss.HUBER, scale);
    }

    /** A smooth kind of Huber's, 2 (√(1 + s) − 1); convex. */
    static Loss softL1(double scale) {
        return new ScaledLoss(UnitLoss.SOFT_L1, scale);
    }

    /** log(1 + s): the likelihood of a Cauchy distribution; not convex. 2.385 is usual. */
    static Loss cauchy(double scale) {
        return new ScaledLoss(UnitLoss.CAUCHY, scale);
    }

    /** arctan s: at most π/2; not convex. */
    static Loss arctan(double scale) {
        return new ScaledLoss(UnitLoss.ARCTAN, scale);
    }

    /**
     * (1 − (1 − s)³) / 3, Tukey's biweight (Beaton, Tukey 1974): residuals beyond the scale do not
     * count at all, so begin near the solution. 4.685 is usual.
     */
    static Loss tukey(double scale) {
        return new ScaledLoss(UnitLoss.TUKEY, scale);
    }
}
