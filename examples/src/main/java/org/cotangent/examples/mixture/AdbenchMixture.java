package org.cotangent.examples.mixture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.StringTokenizer;

/**
 * A problem in the format of ADBench's folder {@code data/gmm}: {@code d K n}, then K numbers, K rows of d,
 * K rows of d(d + 1)/2, n rows of d, and {@code gamma m}.
 *
 * @param alphas logarithms of the weights
 * @param means one a row
 * @param icf inverse covariance factors, one a row
 * @param points one a row
 * @param gamma of the prior
 * @param m of the prior
 */
public record AdbenchMixture(
        double[] alphas, double[][] means, double[][] icf, double[][] points, double gamma, int m) {

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     */
    public static AdbenchMixture read(Path file) throws IOException {
        StringTokenizer numbers = new StringTokenizer(Files.readString(file));
        int dimension = integer(numbers);
        int components = integer(numbers);
        int count = integer(numbers);
        return new AdbenchMixture(
                row(numbers, components),
                rows(numbers, components, dimension),
                rows(numbers, components, dimension * (dimension + 1) / 2),
                rows(numbers, count, dimension),
                Double.parseDouble(numbers.nextToken()),
                integer(numbers));
    }

    private static int integer(StringTokenizer numbers) {
        return Integer.parseInt(numbers.nextToken());
    }

    private static double[] row(StringTokenizer numbers, int length) {
        double[] row = new double[length];
        Arrays.setAll(row, i -> Double.parseDouble(numbers.nextToken()));
        return row;
    }

    private static double[][] rows(StringTokenizer numbers, int count, int length) {
        double[][] rows = new double[count][];
        Arrays.setAll(rows, i -> row(numbers, length));
        return rows;
    }

    /** Weights, means and factors as the flat point of the objective. */
    public double[] point() {
        return new GaussianMixtureDerivatives.AdbenchVariables(alphas, means, icf).pack();
    }
}
