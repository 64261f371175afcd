package org.cotangent.optim.trust;

/**
 * How the radius begins and what it takes from a trial.
 *
 * @param factor the first radius as a multiple of the scaled norm of the start, or the radius itself where
 *     that is 0
 * @param growth how much longer than a good step the next one may be
 * @param acceptedRatio the fraction of the promised decrease from which on a trial is taken
 */
public record RadiusPolicy(double factor, double growth, double acceptedRatio) {

    /** Moré (1978), algorithm 7.1. */
    private static final double SUM_OF_SQUARES_GROWTH = 2;

    private static final double SUM_OF_SQUARES_RATIO = 1e-4;

    /**
     * Scalar functions have no model as good as a sum of squares: a trial that falls by less than a tenth of
     * the promise is far from where it should be (Conn, Gould, Toint 2000, section 17.1, recommend 0.01 to
     * 0.1). Growth of 3, between the 2 of Moré (1978) and the 4 of others, solved more of the problems of
     * NIST and of Moré, Garbow and Hillstrom than 2, 2.5 or 4, for first factors from 0.1 to 10.
     */
    private static final double SCALAR_GROWTH = 3;

    private static final double SCALAR_RATIO = 0.1;

    public RadiusPolicy {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "radius factor is " + factor + ", expected a positive finite number; try 1 to 100");
        }
        if (!(growth > 1) || Double.isInfinite(growth)) {
            throw new IllegalArgumentException("radius growth is " + growth + ", expected more than 1; try 2");
        }
        if (!(acceptedRatio > 0 && acceptedRatio < 1)) {
            throw new IllegalArgumentException(
                    "accepted ratio is " + acceptedRatio + ", expected a number between 0 and 1; try 1e-4");
        }
    }

    /** For sums of squares. */
    public static RadiusPolicy ofSquares(double factor) {
        return new RadiusPolicy(factor, SUM_OF_SQUARES_GROWTH, SUM_OF_SQUARES_RATIO);
    }

    /** For scalar functions. */
    public static RadiusPolicy ofScalars(double factor) {
        return new RadiusPolicy(factor, SCALAR_GROWTH, SCALAR_RATIO);
    }
}
