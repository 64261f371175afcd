package org.cotangent.ad.check;

import java.util.Arrays;
import java.util.function.DoubleFunction;

/**
 * Estimates the rounding error of computed values, from values at points so close together that the
 * function itself hardly changes: high differences of a smooth function vanish, those of its
 * rounding errors do not. The idea and the factors γ are those of ECNoise: Moré and Wild (2011),
 * Estimating computational noise, SIAM J. Sci. Comput. 33, 1292-1314, eq. 2.2.
 *
 * <p>Unlike there, the point itself is left out (a derivative may be wrong only there), and three
 * columns of the table are used without a test of their agreement: at the first spacing a smooth
 * function contributes 1e-48 of its size to them.
 */
final class Noise {

    /** Moré and Wild use seven to nine values. */
    private static final int COUNT = 9;

    private static final int FIRST_COLUMN = 4;
    private static final int LAST_COLUMN = 6;

    /** Stairs of that height make an error of half of it; whoever asks takes a multiple of the deviation. */
    private static final double STAIR = 5;

    private static final double GROWTH = 0x1p10;

    private Noise() {}

    /**
     * The standard deviation of the noise.
     *
     * @param values at a signed distance from the point
     * @param rows the number of values
     * @param spacing first distance between points
     * @param widest distance between points, tried if points closer by show no change
     * @return one for each value; 0 where the values are not finite nearby
     */
    static double[] of(DoubleFunction<double[]> values, int rows, double spacing, double widest) {
        double[] noise = new double[rows];
        double[] stair = new double[rows];
        boolean[] settled = new boolean[rows];
        for (double distance = spacing; distance <= widest && !all(settled); distance *= GROWTH) {
            double[][] table = table(values, rows, distance);
            for (int row = 0; row < rows; row++) {
                if (!settled[row]) {
                    settled[row] = varies(table[row]);
                    // Values that stay the same and then change go in stairs, which are all the noise there is.
                    stair[row] = settled[row] && distance == spacing ? 0 : smaller(stair[row], step(table[row]));
                    noise[row] = Math.max(deviation(table[row]), stair[row] / STAIR);
                }
            }
        }
        return noise;
    }

    /** The noise of a claim along a direction. */
    static double[] of(Line line) {
        return of(line::at, line.rows(), Steps.spacing(line.direction()), Steps.widest(line.direction()));
    }

    private static double smaller(double stair, double other) {
        return stair == 0 || other == 0 ? Math.max(stair, other) : Math.min(stair, other);
    }

    /** The smallest change between neighbours that is one, or 0. */
    private static double step(double[] values) {
        double smallest = 0;
        for (int i = 1; i < values.length; i++) {
            smallest = smaller(smallest, Math.abs(values[i] - values[i - 1]));
        }
        return Double.isFinite(smallest) ? smallest : 0;
    }

    private static boolean all(boolean[] settled) {
        for (boolean one : settled) {
            if (!one) {
                return false;
            }
        }
        return true;
    }

    /** Values by row, on the positive side if it is inside of the domain. */
    private static double[][] table(DoubleFunction<double[]> values, int rows, double spacing) {
        double[][] table = new double[rows][COUNT];
        double signed = finite(values.apply(COUNT * spacing)) ? spacing : -spacing;
        for (int i = 0; i < COUNT; i++) {
            double[] at = values.apply((i + 1) * signed);
            for (int row = 0; row < rows; row++) {
                table[row][i] = at[row];
            }
        }
        return table;
    }

    private static boolean finite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    /** Whether neighbours mostly differ; otherwise the points are too close for the noise to show. */
    private static boolean varies(double[] values) {
        int equal = 0;
        for (int i = 1; i < values.length; i++) {
            equal += values[i] == values[i - 1] ? 1 : 0;
        }
        return 2 * equal < values.length;
    }

    private static double deviation(double[] values) {
        double[] differences = values.clone();
        double largest = 0;
        double gamma = 1;
        for (int k = 1; k <= LAST_COLUMN; k++) {
            gamma *= k / (2.0 * (2 * k - 1));
            double squares = 0;
            for (int i = 0; i + k < COUNT; i++) {
                differences[i] = differences[i + 1] - differences[i];
                squares += differences[i] * differences[i];
            }
            if (k >= FIRST_COLUMN) {
                largest = Math.max(largest, Math.sqrt(gamma * squares / (COUNT - k)));
            }
        }
        return Double.isFinite(largest) ? largest : 0;
    }
}
