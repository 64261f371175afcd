package org.cotangent.ad.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cotangent.ad.function.ComplexEvaluation;

/**
 * Derivatives as Im f(x + ihd)/h: Squire and Trapp (1998), SIAM Review 40, 110-112.
 *
 * @param f the function
 * @param rows number of its values
 */
record ComplexStep(ComplexEvaluation f, int rows) {

    /** So short that h² is nothing beside 1, so long that h times a derivative does not underflow. */
    private static final double STEP = 0x1p-200;

    /** For functions that can be evaluated at complex points. */
    static Optional<ComplexStep> of(Object function, int rows) {
        return function instanceof ComplexEvaluation complex
                ? Optional.of(new ComplexStep(complex, rows))
                : Optional.empty();
    }

    /** By direction and row. */
    double[][] derivatives(double[] x, List<Direction> directions) {
        return directions.stream().map(d -> derivative(x, d, STEP)).toArray(double[][]::new);
    }

    /** By row; NaN where an operation has no complex form. */
    double[] derivative(double[] x, Direction direction, double step) {
        double[] im = Arrays.stream(direction.components()).map(d -> step * d).toArray();
        double[] valueIm = new double[rows];
        try {
            f.complexValue(x, im, new double[rows], valueIm);
        } catch (UnsupportedOperationException realOnly) {
            Arrays.fill(valueIm, Double.NaN);
        }
        return Arrays.stream(valueIm).map(v -> v / step).toArray();
    }
}
