package org.cotangent.ad.runtime;

/** The logistic function and its integral, without overflow and without cancellation. */
final class Logistic {

    /** Above this value of the logistic function, 1 − y loses more than three bits. */
    private static final double CANCELLATION = 0.9;

    private Logistic() {}

    static double sigmoid(double x) {
        double e = Math.exp(-Math.abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    static double sigmoidSlope(double x, double y) {
        if (y < CANCELLATION) {
            return y * (1 - y);
        }
        double e = Math.exp(-Math.abs(x));
        return e / ((1 + e) * (1 + e));
    }

    static double softplus(double x) {
        double bend = Math.log1p(Math.exp(-Math.abs(x)));
        return x > 0 ? x + bend : bend;
    }
}
