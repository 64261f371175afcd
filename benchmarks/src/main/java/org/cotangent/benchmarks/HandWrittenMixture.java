package org.cotangent.benchmarks;

import java.util.Arrays;

/**
 * What {@link MethodCost} compares with: value and gradient of the mixture objective of ADBench as somebody would
 * write them who derives them by hand, one point at a time.
 */
final class HandWrittenMixture {

    private final double[][] points;
    private final double gamma;
    private final int m;
    private final int components;
    private final int dimension;

    private final double[][] diagonals;
    private final double[] logDeterminants;
    private final double[][] centred;
    private final double[][] scaled;
    private final double[] terms;
    private final double[] weights;
    private final double[] bar;

    HandWrittenMixture(double[][] points, int components, double gamma, int m) {
        this.points = points;
        this.gamma = gamma;
        this.m = m;
        this.components = components;
        this.dimension = points[0].length;
        this.diagonals = new double[components][dimension];
        this.logDeterminants = new double[components];
        this.centred = new double[components][dimension];
        this.scaled = new double[components][dimension];
        this.terms = new double[components];
        this.weights = new double[components];
        this.bar = new double[dimension];
    }

    /** The value is without what does not depend on the variables. */
    double valueAndGradient(
            double[] alphas,
            double[][] means,
            double[][] icf,
            double[] alphasBar,
            double[][] meansBar,
            double[][] icfBar) {
        double value = prior(icf, icfBar);
        double sum = toShares(alphas, weights);
        for (int k = 0; k < components; k++) {
            alphasBar[k] = -points.length * weights[k];
            Arrays.fill(meansBar[k], 0);
        }
        value -= points.length * sum;
        for (double[] point : points) {
            for (int k = 0; k < components; k++) {
                terms[k] = alphas[k] + logDeterminants[k] - 0.5 * squaredDistance(point, means[k], icf[k], k);
            }
            value += toShares(terms, weights);
            for (int k = 0; k < components; k++) {
                alphasBar[k] += weights[k];
                toGradient(weights[k], icf[k], k, meansBar[k], icfBar[k]);
            }
        }
        return value;
    }

    /** Also fills what depends on the factors alone. */
    private double prior(double[][] icf, double[][] icfBar) {
        double squares = 0;
        double sum = 0;
        for (int k = 0; k < components; k++) {
            logDeterminants[k] = 0;
            for (int j = 0; j < dimension; j++) {
                double diagonal = Math.exp(icf[k][j]);
                diagonals[k][j] = diagonal;
                logDeterminants[k] += icf[k][j];
                squares += diagonal * diagonal;
                icfBar[k][j] = gamma * gamma * diagonal * diagonal - m;
            }
            for (int j = dimension; j < icf[k].length; j++) {
                squares += icf[k][j] * icf[k][j];
                icfBar[k][j] = gamma * gamma * icf[k][j];
            }
            sum += logDeterminants[k];
        }
        return 0.5 * gamma * gamma * squares - m * sum;
    }

    private double squaredDistance(double[] point, double[] mean, double[] icf, int k) {
        double[] offset = centred[k];
        double[] product = scaled[k];
        for (int j = 0; j < dimension; j++) {
            offset[j] = point[j] - mean[j];
            product[j] = diagonals[k][j] * offset[j];
        }
        int next = dimension;
        for (int column = 0; column < dimension; column++) {
            for (int row = column + 1; row < dimension; row++) {
                product[row] += icf[next++] * offset[column];
            }
        }
        double squares = 0;
        for (double entry : product) {
            squares += entry * entry;
        }
        return squares;
    }

    /** Log-sum-exp, and its derivatives. */
    private double toShares(double[] values, double[] shares) {
        double largest = values[0];
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        double sum = 0;
        for (int k = 0; k < components; k++) {
            shares[k] = Math.exp(values[k] - largest);
            sum += shares[k];
        }
        for (int k = 0; k < components; k++) {
            shares[k] /= sum;
        }
        return largest + Math.log(sum);
    }

    private void toGradient(double weight, double[] icf, int k, double[] meanBar, double[] icfBar) {
        double[] offset = centred[k];
        double[] product = scaled[k];
        for (int j = 0; j < dimension; j++) {
            product[j] *= -weight;
            icfBar[j] += weight + product[j] * diagonals[k][j] * offset[j];
            bar[j] = product[j] * diagonals[k][j];
        }
        int next = dimension;
        for (int column = 0; column < dimension; column++) {
            double sum = 0;
            for (int row = column + 1; row < dimension; row++) {
                icfBar[next] += product[row] * offset[column];
                sum += product[row] * icf[next++];
            }
            bar[column] += sum;
        }
        for (int j = 0; j < dimension; j++) {
            meanBar[j] -= bar[j];
        }
    }
}
