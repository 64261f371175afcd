package org.cotangent.ad.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What checks do with vectors. */
final class Vectors {

    private Vectors() {}

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            // A zero chooses an element; it must not turn another one that is not finite into NaN.
            sum += b[i] == 0 ? 0 : a[i] * b[i];
        }
        return sum;
    }

    /** An immutable copy that is handed on without being copied again. */
    static List<Double> list(double[] numbers) {
        return List.of(Arrays.stream(numbers).boxed().toArray(Double[]::new));
    }

    /** Numbers between a half and one, of either sign, so that none hides another. */
    static double[] random(int length, SplittableRandom random) {
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = (random.nextBoolean() ? 0.5 : -0.5) * (1 + random.nextDouble());
        }
        return numbers;
    }

    static double[] filled(int length, double fill) {
        double[] numbers = new double[length];
        Arrays.fill(numbers, fill);
        return numbers;
    }

    /** A row vector's products with directions, each as the only derivative along that direction. */
    static double[][] slopes(double[] gradient, List<Direction> directions) {
        return slopes(gradient, 1, directions);
    }

    /** The columns of a matrix times directions. */
    static double[][] slopes(double[] matrix, int rows, List<Direction> directions) {
        int columns = matrix.length / rows;
        List<double[]> slopes = new ArrayList<>();
        for (Direction direction : directions) {
            double[] slope = new double[rows];
            for (int i = 0; i < rows; i++) {
                double[] row = Arrays.copyOfRange(matrix, i * columns, (i + 1) * columns);
                slope[i] = dot(row, direction.components());
            }
            slopes.add(slope);
        }
        return slopes.toArray(double[][]::new);
    }
}
