package org.cotangent.codegen.fuzz;

import java.util.function.DoubleUnaryOperator;

/**
 * The slope of a function at 0 by central differences extrapolated to a step of 0 (Richardson, 1911;
 * Ridders, 1982), with an estimate of its error.
 *
 * @param value the slope; NaN if the function has none that differences find
 * @param error how far the last extrapolations are apart
 */
record Slope(double value, double error) {

    private static final int STEPS = 9;
    private static final double SHRINK = 1.6;

    static Slope of(DoubleUnaryOperator function, double first) {
        double[][] table = new double[STEPS][STEPS];
        Slope best = new Slope(Double.NaN, Double.POSITIVE_INFINITY);
        double h = first;
        for (int i = 0; i < STEPS; i++, h /= SHRINK) {
            table[i][0] = (function.applyAsDouble(h) - function.applyAsDouble(-h)) / (2 * h);
            double factor = 1;
            for (int j = 1; j <= i; j++) {
                factor *= SHRINK * SHRINK;
                table[i][j] = (table[i][j - 1] * factor - table[i - 1][j - 1]) / (factor - 1);
                double error =
                        Math.max(Math.abs(table[i][j] - table[i][j - 1]), Math.abs(table[i][j] - table[i - 1][j - 1]));
                if (error < best.error) {
                    best = new Slope(table[i][j], error);
                }
            }
        }
        return best;
    }
}
