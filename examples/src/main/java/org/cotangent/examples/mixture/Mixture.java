package org.cotangent.examples.mixture;

import java.util.Arrays;
import java.util.Comparator;
import org.cotangent.examples.mixture.GaussianMixtureDerivatives.MisfitVariables;

/**
 * The numbers of a mixture, in the parameters of {@link GaussianMixture}.
 *
 * @param alphas logarithms of the weights, length K
 * @param means K × d
 * @param icf inverse covariance factors, K × d(d + 1)/2
 */
record Mixture(double[] alphas, double[][] means, double[][] icf) {

    /** Components as wide as all points together, around points of small, middle and large sums. */
    static Mixture start(double[][] points, int components) {
        double[][] sorted = points.clone();
        Arrays.sort(
                sorted, Comparator.comparingDouble(point -> Arrays.stream(point).sum()));
        int dimension = points[0].length;
        double[] icf = new double[dimension * (dimension + 1) / 2];
        for (int j = 0; j < dimension; j++) {
            icf[j] = -Math.log(deviation(points, j));
        }
        double[][] means = new double[components][];
        double[][] factors = new double[components][];
        for (int k = 0; k < components; k++) {
            means[k] = sorted[(2 * k + 1) * sorted.length / (2 * components)].clone();
            factors[k] = icf.clone();
        }
        return new Mixture(new double[components], means, factors);
    }

    private static double deviation(double[][] points, int j) {
        double mean = Arrays.stream(points).mapToDouble(p -> p[j]).average().orElseThrow();
        double square = Arrays.stream(points)
                .mapToDouble(p -> (p[j] - mean) * (p[j] - mean))
                .average()
                .orElseThrow();
        return Math.sqrt(square);
    }

    /** From the flat point of the fit. */
    static Mixture of(double[] point, int components, int dimension) {
        MisfitVariables found = MisfitVariables.unpack(
                point, components, components, dimension, components, dimension * (dimension + 1) / 2);
        return new Mixture(found.alphas(), found.means(), found.icf());
    }

    /** As the flat point of the fit. */
    double[] point() {
        return new MisfitVariables(alphas, means, icf).pack();
    }

    /** The weight of a component. */
    double weight(int k) {
        return Math.exp(alphas[k]) / Arrays.stream(alphas).map(Math::exp).sum();
    }

    /** Row by row, the inverse of the Q of a component. */
    private double[][] inverseFactor(int k) {
        int dimension = means[k].length;
        double[][] inverse = new double[dimension][dimension];
        for (int column = 0; column < dimension; column++) {
            for (int row = column; row < dimension; row++) {
                double sum = row == column ? 1 : 0;
                for (int j = column; j < row; j++) {
                    sum -= entry(k, row, j) * inverse[j][column];
                }
                inverse[row][column] = sum / entry(k, row, row);
            }
        }
        return inverse;
    }

    private double entry(int k, int row, int column) {
        int dimension = means[k].length;
        return row == column
                ? Math.exp(icf[k][row])
                : icf[k][dimension + column * (2 * dimension - column - 1) / 2 + row - column - 1];
    }

    /** The covariance of a component. */
    double[][] covariance(int k) {
        double[][] inverse = inverseFactor(k);
        int dimension = inverse.length;
        double[][] covariance = new double[dimension][dimension];
        for (int row = 0; row < dimension; row++) {
            for (int column = 0; column < dimension; column++) {
                for (int j = 0; j <= Math.min(row, column); j++) {
                    covariance[row][column] += inverse[row][j] * inverse[column][j];
                }
            }
        }
        return covariance;
    }

    /** The component that a point most probably belongs to. */
    int component(double[] point) {
        int best = 0;
        for (int k = 1; k < alphas.length; k++) {
            if (logDensity(point, k) > logDensity(point, best)) {
                best = k;
            }
        }
        return best;
    }

    private double logDensity(double[] point, int k) {
        double sum = alphas[k];
        for (int row = 0; row < point.length; row++) {
            double product = 0;
            for (int column = 0; column <= row; column++) {
                product += entry(k, row, column) * (point[column] - means[k][column]);
            }
            sum += icf[k][row] - product * product / 2;
        }
        return sum;
    }
}
