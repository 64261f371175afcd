package org.cotangent.ad.check;

/**
 * How exact a derivative has to be, and to be known.
 *
 * @param resolution the relative error that must be seen for the verdict RIGHT
 * @param tolerance the relative error that is no reason for the verdict WRONG
 */
record Demands(double resolution, double tolerance) {

    /** An error of a ten-thousandth is seen; nobody is told that seven equal digits are wrong. */
    static final Demands USUAL = new Demands(1e-4, 1e-7);

    /** So close, a derivative is right even if the measurement might be off by more. */
    double agreement() {
        return Math.min(resolution, tolerance);
    }

    static double share(String name, double relativeError) {
        if (!(relativeError > 0 && relativeError < 1)) {
            throw new IllegalArgumentException(
                    name + " is " + relativeError + ", expected a relative error between 0 and 1, such as 1e-4");
        }
        return relativeError;
    }
}
