package org.cotangent.ad.check;

/**
 * A derivative as differences of values show it.
 *
 * @param value the derivative; at a kink the mean of both slopes; NaN if there is none
 * @param bound of its error
 * @param step the shortest one it was made with
 * @param method how it was found
 * @param noise bound of the rounding error of a value nearby
 * @param jump by how much the slope to the right exceeds the one to the left, if that is certain
 * @param steepness the largest slope of a chord nearby, a scale for the derivative
 * @param variation the largest change of the value at any step
 */
record Measurement(
        double value,
        double bound,
        double step,
        Method method,
        double noise,
        double jump,
        double steepness,
        double variation) {

    enum Method {
        IDENTITY("an identity that needs no differences"),
        CENTRAL("central differences, extrapolated"),
        ONE_SIDED("one-sided differences, extrapolated, as the function ends here"),
        COMPLEX("complex step");

        private final String text;

        Method(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** Whether all values nearby are the same, to the bit. */
    boolean flat() {
        return variation == 0;
    }

    /** The same derivative known better, without differences. */
    Measurement byComplexStep(double exact, double error) {
        return new Measurement(exact, error, 0, Method.COMPLEX, noise, jump, steepness, variation);
    }

    /** Whether two estimates of the derivative can both be right. */
    boolean agreesWith(double other, double error) {
        return Math.abs(value - other) <= bound + error;
    }
}
