package org.cotangent.examples.downhill;

/** Rosenbrock's function and its gradient by hand, to compare with. */
final class Valley {

    private Valley() {}

    static double value(double x, double y) {
        return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x);
    }

    static double gradientNorm(double x, double y) {
        return Math.hypot(-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x));
    }
}
