package org.cotangent.problems;

import org.cotangent.ad.annotation.Differentiable;

/** Functions that are known by a picture of them, as they are usually written. */
public final class Landscapes {

    private Landscapes() {}

    /**
     * A valley along a parabola, in a chain (Rosenbrock 1960).
     *
     * @param x of length 2 or more
     */
    @Differentiable
    public static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            double slope = 1 - x[i];
            sum += 100 * valley * valley + slope * slope;
        }
        return sum;
    }

    /** A bowl full of dents: a minimum near every point with whole coordinates (Rastrigin 1974). */
    @Differentiable
    public static double rastrigin(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += 10 + x[i] * x[i] - 10 * Math.cos(2 * Math.PI * x[i]);
        }
        return sum;
    }

    /** A plain bowl (Booth; Jamil, Yang 2013). */
    @Differentiable(wrt = {"x", "y"})
    public static double booth(double x, double y) {
        double first = x + 2 * y - 7;
        double second = 2 * x + y - 5;
        return first * first + second * second;
    }

    /** A plateau with a bent valley (Beale 1958). */
    @Differentiable(wrt = {"x", "y"})
    public static double beale(double x, double y) {
        double first = 1.5 - x + x * y;
        double second = 2.25 - x + x * y * y;
        double third = 2.625 - x + x * y * y * y;
        return first * first + second * second + third * third;
    }

    /** Four minima of the same height, a maximum among them (Himmelblau 1972). */
    @Differentiable(wrt = {"x", "y"})
    public static double himmelblau(double x, double y) {
        double first = x * x + y - 11;
        double second = x + y * y - 7;
        return first * first + second * second;
    }
}
