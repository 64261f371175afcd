package org.cotangent.problems;

import org.cotangent.ad.annotation.Differentiable;

/** Residuals of problems 20 to 25 of Moré, Garbow and Hillstrom (1981), of as many variables as one likes. */
public final class ManyVariables {

    private static final int WATSON_RESIDUALS = 31;

    private ManyVariables() {}

    /**
     * A polynomial fitted to a differential equation, worse conditioned with every variable (Kowalik, Osborne 1968).
     *
     * @param x length 2 to 31
     */
    @Differentiable
    public static double[] watson(double[] x) {
        double[] residuals = new double[WATSON_RESIDUALS];
        for (int i = 0; i < 29; i++) {
            double t = (i + 1) / 29.0;
            double slope = 0;
            double value = 0;
            double power = 1;
            for (int j = 0; j < x.length; j++) {
                if (j + 1 < x.length) {
                    slope += (j + 1) * x[j + 1] * power;
                }
                value += x[j] * power;
                power *= t;
            }
            residuals[i] = slope - value * value - 1;
        }
        residuals[29] = x[0];
        residuals[30] = x[1] - x[0] * x[0] - 1;
        return residuals;
    }

    /**
     * Valleys side by side (Spedicato 1975).
     *
     * @param x of even length
     */
    @Differentiable
    public static double[] extendedRosenbrock(double[] x) {
        double[] residuals = new double[x.length];
        for (int i = 0; i < x.length / 2; i++) {
            residuals[2 * i] = 10 * (x[2 * i + 1] - x[2 * i] * x[2 * i]);
            residuals[2 * i + 1] = 1 - x[2 * i];
        }
        return residuals;
    }

    /**
     * Powell's singular function, side by side (Spedicato 1975).
     *
     * @param x of a length divisible by 4
     */
    @Differentiable
    public static double[] extendedPowell(double[] x) {
        double[] residuals = new double[x.length];
        for (int i = 0; i < x.length / 4; i++) {
            int k = 4 * i;
            double middle = x[k + 1] - 2 * x[k + 2];
            double outer = x[k] - x[k + 3];
            residuals[k] = x[k] + 10 * x[k + 1];
            residuals[k + 1] = Math.sqrt(5) * (x[k + 2] - x[k + 3]);
            residuals[k + 2] = middle * middle;
            residuals[k + 3] = Math.sqrt(10) * outer * outer;
        }
        return residuals;
    }

    /** A sphere as a penalty (Gill, Murray, Pitfield 1972). */
    @Differentiable
    public static double[] penalty1(double[] x) {
        double[] residuals = new double[x.length + 1];
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            residuals[i] = Math.sqrt(1e-5) * (x[i] - 1);
            squares += x[i] * x[i];
        }
        residuals[x.length] = squares - 0.25;
        return residuals;
    }

    /** Another penalty, very flat (Gill, Murray, Pitfield 1972). */
    @Differentiable
    public static double[] penalty2(double[] x) {
        int n = x.length;
        double[] residuals = new double[2 * x.length];
        double weight = Math.sqrt(1e-5);
        double squares = n * x[0] * x[0];
        residuals[0] = x[0] - 0.2;
        for (int i = 1; i < n; i++) {
            double y = Math.exp((i + 1) / 10.0) + Math.exp(i / 10.0);
            residuals[i] = weight * (Math.exp(x[i] / 10) + Math.exp(x[i - 1] / 10) - y);
            residuals[n + i - 1] = weight * (Math.exp(x[i] / 10) - Math.exp(-1 / 10.0));
            squares += (n - i) * x[i] * x[i];
        }
        residuals[2 * n - 1] = squares - 1;
        return residuals;
    }

    /** A sum that enters with its fourth power (Moré, Garbow, Hillstrom 1981). */
    @Differentiable
    public static double[] variablyDimensioned(double[] x) {
        int n = x.length;
        double[] residuals = new double[x.length + 2];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            residuals[i] = x[i] - 1;
            sum += (i + 1) * (x[i] - 1);
        }
        residuals[n] = sum;
        residuals[n + 1] = sum * sum;
        return residuals;
    }
}
