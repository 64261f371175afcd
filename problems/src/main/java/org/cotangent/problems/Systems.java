package org.cotangent.problems;

import org.cotangent.ad.annotation.Differentiable;

/** Residuals of problems 26 to 31 of Moré, Garbow and Hillstrom (1981): as many equations as variables. */
public final class Systems {

    private Systems() {}

    /** All equations share a sum of cosines (Spedicato 1975). */
    @Differentiable
    public static double[] trigonometric(double[] x) {
        int n = x.length;
        double[] residuals = new double[x.length];
        double cosines = 0;
        for (int j = 0; j < n; j++) {
            cosines += Math.cos(x[j]);
        }
        for (int i = 0; i < n; i++) {
            residuals[i] = n - cosines + (i + 1) * (1 - Math.cos(x[i])) - Math.sin(x[i]);
        }
        return residuals;
    }

    /** All equations but one are linear (Brown 1969). */
    @Differentiable
    public static double[] brownAlmostLinear(double[] x) {
        int n = x.length;
        double[] residuals = new double[x.length];
        double sum = 0;
        double product = 1;
        for (int j = 0; j < n; j++) {
            sum += x[j];
            product *= x[j];
        }
        for (int i = 0; i + 1 < n; i++) {
            residuals[i] = x[i] + sum - (n + 1);
        }
        residuals[n - 1] = product - 1;
        return residuals;
    }

    /** u″ = (u + t + 1)³/2 with u(0) = u(1) = 0, by differences (Moré, Cosnard 1979). */
    @Differentiable
    public static double[] discreteBoundaryValue(double[] x) {
        int n = x.length;
        double[] residuals = new double[x.length];
        double h = 1.0 / (n + 1);
        for (int i = 0; i < n; i++) {
            double left = i > 0 ? x[i - 1] : 0;
            double right = i + 1 < n ? x[i + 1] : 0;
            double base = x[i] + (i + 1) * h + 1;
            residuals[i] = 2 * x[i] - left - right + h * h * base * base * base / 2;
        }
        return residuals;
    }

    /** The same as an integral equation (Moré, Cosnard 1979). */
    @Differentiable
    public static double[] discreteIntegral(double[] x) {
        int n = x.length;
        double[] residuals = new double[x.length];
        double h = 1.0 / (n + 1);
        for (int i = 0; i < n; i++) {
            double t = (i + 1) * h;
            double before = 0;
            double after = 0;
            for (int j = 0; j < n; j++) {
                double s = (j + 1) * h;
                double base = x[j] + s + 1;
                double cube = base * base * base;
                if (j <= i) {
                    before += s * cube;
                } else {
                    after += (1 - s) * cube;
                }
            }
            residuals[i] = x[i] + h * ((1 - t) * before + t * after) / 2;
        }
        return residuals;
    }

    /** Every variable meets its neighbours (Broyden 1965). */
    @Differentiable
    public static double[] broydenTridiagonal(double[] x) {
        int n = x.length;
        double[] residuals = new double[x.length];
        for (int i = 0; i < n; i++) {
            double left = i > 0 ? x[i - 1] : 0;
            double right = i + 1 < n ? x[i + 1] : 0;
            residuals[i] = (3 - 2 * x[i]) * x[i] - left - 2 * right + 1;
        }
        return residuals;
    }

    /** Every variable meets five before it and one behind (Broyden 1971). */
    @Differentiable
    public static double[] broydenBanded(double[] x) {
        int n = x.length;
        double[] residuals = new double[x.length];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = Math.max(0, i - 5); j <= Math.min(n - 1, i + 1); j++) {
                if (j != i) {
                    sum += x[j] * (1 + x[j]);
                }
            }
            residuals[i] = x[i] * (2 + 5 * x[i] * x[i]) + 1 - sum;
        }
        return residuals;
    }
}
