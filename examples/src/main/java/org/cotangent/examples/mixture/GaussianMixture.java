package org.cotangent.examples.mixture;

import org.cotangent.ad.annotation.Differentiable;
import org.cotangent.ad.runtime.Special;

/**
 * How well a mixture of normal distributions explains points, in the parameters of ADBench (Šrajer, Kukelova
 * and Fitzgibbon, 2018), which may take any values: K logarithms of weights, up to a common constant; K means;
 * and for each component a row of d(d + 1)/2 numbers that describe the lower triangular Q whose QᵀQ is the
 * inverse of the covariance: the logarithms of its diagonal, then what is below it, column by column.
 */
public final class GaussianMixture {

    private GaussianMixture() {}

    /**
     * The objective of ADBench. It adds the term of the prior with the sign that ADBench gives it, which is
     * not that of a posterior.
     *
     * @param alphas logarithms of the weights, length K
     * @param means K × d
     * @param icf inverse covariance factors, K × d(d + 1)/2
     * @param points n × d
     * @param gamma of the prior
     * @param m of the prior
     */
    @Differentiable(wrt = {"alphas", "means", "icf"})
    public static double adbench(
            double[] alphas, double[][] means, double[][] icf, double[][] points, double gamma, int m) {
        int dimension = points[0].length;
        return logLikelihood(alphas, means, icf, points) + prior(icf, dimension, gamma, m);
    }

    /**
     * The negative logarithm of the posterior density, up to a constant, for each point: to be minimized.
     * Parameters as of {@link #adbench}.
     */
    @Differentiable(wrt = {"alphas", "means", "icf"})
    public static double misfit(
            double[] alphas, double[][] means, double[][] icf, double[][] points, double gamma, int m) {
        int dimension = points[0].length;
        return (prior(icf, dimension, gamma, m) - logLikelihood(alphas, means, icf, points)) / points.length;
    }

    private static double logLikelihood(double[] alphas, double[][] means, double[][] icf, double[][] points) {
        int components = alphas.length;
        int dimension = points[0].length;
        double[][] diagonals = new double[components][dimension];
        double[] logDeterminants = new double[components];
        for (int k = 0; k < components; k++) {
            for (int j = 0; j < dimension; j++) {
                diagonals[k][j] = Math.exp(icf[k][j]);
                logDeterminants[k] += icf[k][j];
            }
        }
        double[] centred = new double[dimension];
        double[] scaled = new double[dimension];
        double[] terms = new double[components];
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k < components; k++) {
                for (int j = 0; j < dimension; j++) {
                    centred[j] = points[i][j] - means[k][j];
                }
                multiply(diagonals[k], icf[k], centred, scaled);
                terms[k] = alphas[k] + logDeterminants[k] - 0.5 * squaredNorm(scaled);
            }
            sum += logSumExp(terms);
        }
        return sum - points.length * (logSumExp(alphas) + 0.5 * dimension * Math.log(2 * Math.PI));
    }

    /** The product of Q with a vector. */
    private static void multiply(double[] diagonal, double[] icf, double[] vector, double[] product) {
        int dimension = vector.length;
        for (int row = 0; row < dimension; row++) {
            product[row] = diagonal[row] * vector[row];
        }
        int next = dimension;
        for (int column = 0; column < dimension; column++) {
            for (int row = column + 1; row < dimension; row++) {
                product[row] += icf[next] * vector[column];
                next++;
            }
        }
    }

    private static double squaredNorm(double[] vector) {
        double sum = 0;
        for (double entry : vector) {
            sum += entry * entry;
        }
        return sum;
    }

    /** The logarithm of the sum of exponentials, none of which overflows. */
    private static double logSumExp(double[] terms) {
        double largest = terms[0];
        for (int k = 1; k < terms.length; k++) {
            largest = Math.max(largest, terms[k]);
        }
        double sum = 0;
        for (int k = 0; k < terms.length; k++) {
            sum += Math.exp(terms[k] - largest);
        }
        return largest + Math.log(sum);
    }

    /** The negative logarithm of a Wishart density of every inverse covariance, as ADBench defines it. */
    private static double prior(double[][] icf, int dimension, double gamma, int m) {
        double sum = 0;
        for (int k = 0; k < icf.length; k++) {
            double squares = 0;
            double logDeterminant = 0;
            for (int j = 0; j < dimension; j++) {
                squares += Math.exp(2 * icf[k][j]);
                logDeterminant += icf[k][j];
            }
            for (int j = dimension; j < icf[k].length; j++) {
                squares += icf[k][j] * icf[k][j];
            }
            sum += 0.5 * gamma * gamma * squares - m * logDeterminant;
        }
        return sum - icf.length * logNormalization(dimension, gamma, m);
    }

    private static double logNormalization(int dimension, double gamma, int m) {
        int freedom = dimension + m + 1;
        double logGamma = 0.25 * dimension * (dimension - 1) * Math.log(Math.PI);
        for (int j = 0; j < dimension; j++) {
            logGamma += Special.logGamma(0.5 * (freedom - j));
        }
        return freedom * dimension * (Math.log(gamma) - 0.5 * Math.log(2)) - logGamma;
    }
}
