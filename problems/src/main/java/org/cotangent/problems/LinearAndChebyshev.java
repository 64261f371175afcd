package org.cotangent.problems;

import org.cotangent.ad.annotation.Differentiable;

/** Residuals of problems 32 to 35 of Moré, Garbow and Hillstrom (1981). */
public final class LinearAndChebyshev {

    private LinearAndChebyshev() {}

    /**
     * Linear, of full rank (Moré, Garbow, Hillstrom 1981).
     *
     * @param m number of residuals, at least the number of variables
     */
    @Differentiable(wrt = "x")
    public static double[] linearFullRank(double[] x, int m) {
        double[] residuals = new double[m];
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += x[j];
        }
        for (int i = 0; i < m; i++) {
            double own = i < x.length ? x[i] : 0;
            residuals[i] = own - 2.0 / m * sum - 1;
        }
        return residuals;
    }

    /** Linear, of rank 1. */
    @Differentiable(wrt = "x")
    public static double[] linearRank1(double[] x, int m) {
        double[] residuals = new double[m];
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += (j + 1) * x[j];
        }
        for (int i = 0; i < m; i++) {
            residuals[i] = (i + 1) * sum - 1;
        }
        return residuals;
    }

    /** Linear, of rank 1, with columns and rows of zeros. */
    @Differentiable(wrt = "x")
    public static double[] linearRank1WithZeros(double[] x, int m) {
        double[] residuals = new double[m];
        double sum = 0;
        for (int j = 1; j + 1 < x.length; j++) {
            sum += (j + 1) * x[j];
        }
        for (int i = 0; i < m; i++) {
            double factor = i + 1 < m ? i : 0;
            residuals[i] = factor * sum - 1;
        }
        return residuals;
    }

    /** Nodes of a quadrature whose weights are equal, by Chebyshev polynomials (Fletcher 1965). */
    @Differentiable
    public static double[] chebyquad(double[] x) {
        int n = x.length;
        double[] residuals = new double[x.length];
        for (int j = 0; j < n; j++) {
            double argument = 2 * x[j] - 1;
            double before = 1;
            double polynomial = argument;
            for (int i = 0; i < n; i++) {
                residuals[i] += polynomial / n;
                double next = 2 * argument * polynomial - before;
                before = polynomial;
                polynomial = next;
            }
        }
        for (int i = 1; i < n; i += 2) {
            int degree = i + 1;
            residuals[i] += 1.0 / (degree * degree - 1);
        }
        return residuals;
    }
}
