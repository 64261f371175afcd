package org.cotangent.ad.check;

import java.util.SplittableRandom;

/**
 * Where derivatives are taken along, and the step that counts as one there.
 *
 * @param number of the variable, or of the random direction
 * @param random whether it is a random direction rather than one variable
 * @param components length n
 * @param unit a power of two: the step that changes the variables by about their own size
 * @param reach the longest step worth trying
 */
record Direction(int number, boolean random, double[] components, double unit, double reach) {

    /** Components of random directions are not smaller than this share of the largest. */
    private static final double SMALLEST_SHARE = 0.5;

    /** Along one variable. */
    static Direction variable(int number, double[] x) {
        double[] components = new double[x.length];
        components[number] = 1;
        double unit = size(x[number]);
        return new Direction(number, false, components, unit, Math.max(unit, 1));
    }

    /** Along all variables at once, each in proportion to its size, so that none drowns in another. */
    static Direction random(int number, double[] x, SplittableRandom random) {
        double[] components = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double share = SMALLEST_SHARE + (1 - SMALLEST_SHARE) * random.nextDouble();
            components[i] = size(x[i]) * (random.nextBoolean() ? share : -share);
        }
        return new Direction(number, true, components, 1, 1);
    }

    /** The power of two at or below |x|; for 0, which has no size, 1. */
    private static double size(double x) {
        return Math.abs(x) < Double.MIN_NORMAL ? 1 : Math.scalb(1.0, Math.getExponent(x));
    }

    /** The point at a signed distance. */
    double[] from(double[] x, double distance) {
        double[] point = x.clone();
        for (int i = 0; i < point.length; i++) {
            if (components[i] != 0) {
                point[i] += distance * components[i];
            }
        }
        return point;
    }

    /** The signed distance really gone, as x + distance is rounded. */
    double gone(double[] x, double distance) {
        return random ? distance : x[number] + distance - x[number];
    }
}
