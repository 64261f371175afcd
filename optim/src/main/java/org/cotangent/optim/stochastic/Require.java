package org.cotangent.optim.stochastic;

/** Checks of settings that many parts share. */
final class Require {

    private Require() {}

    static double positive(String name, double value, String usual) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", expected a positive finite number; try " + usual);
        }
        return value;
    }

    /** From 0 to below 1, as what is kept of an average. */
    static double decay(String name, double value, String usual) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", expected a number from 0 to below 1; try " + usual);
        }
        return value;
    }

    static long count(String name, long value, String usual) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + ", expected at least 1; try " + usual);
        }
        return value;
    }
}
