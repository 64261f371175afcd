package org.cotangent.problems;

import org.cotangent.ad.annotation.Differentiable;

/** Residuals of problems 1 to 6 of Moré, Garbow and Hillstrom (1981), of two variables. */
public final class TwoVariables {

    private TwoVariables() {}

    /** A valley along a parabola (Rosenbrock 1960). */
    @Differentiable
    public static double[] rosenbrock(double[] x) {
        return new double[] {10 * (x[1] - x[0] * x[0]), 1 - x[0]};
    }

    /** Two cubics whose sum of squares has a local minimum (Freudenstein, Roth 1963). */
    @Differentiable
    public static double[] freudensteinRoth(double[] x) {
        return new double[] {-13 + x[0] + ((5 - x[1]) * x[1] - 2) * x[1], -29 + x[0] + ((x[1] + 1) * x[1] - 14) * x[1]};
    }

    /** A hyperbola and a sum of exponentials; the solution has coordinates of 1e-5 and 9 (Powell 1970). */
    @Differentiable
    public static double[] powellBadlyScaled(double[] x) {
        return new double[] {1e4 * x[0] * x[1] - 1, Math.exp(-x[0]) + Math.exp(-x[1]) - 1.0001};
    }

    /** The solution has coordinates of 1e6 and 2e-6 (Brown). */
    @Differentiable
    public static double[] brownBadlyScaled(double[] x) {
        return new double[] {x[0] - 1e6, x[1] - 2e-6, x[0] * x[1] - 2};
    }

    /** A plateau with a bent valley (Beale 1958). */
    @Differentiable
    public static double[] beale(double[] x) {
        return new double[] {
            1.5 - x[0] * (1 - x[1]), 2.25 - x[0] * (1 - x[1] * x[1]), 2.625 - x[0] * (1 - x[1] * x[1] * x[1])
        };
    }

    /** Ten residuals that stay large (Jennrich, Sampson 1968). */
    @Differentiable
    public static double[] jennrichSampson(double[] x) {
        double[] residuals = new double[10];
        for (int i = 0; i < 10; i++) {
            int t = i + 1;
            residuals[i] = 2 + 2 * t - (Math.exp(t * x[0]) + Math.exp(t * x[1]));
        }
        return residuals;
    }
}
