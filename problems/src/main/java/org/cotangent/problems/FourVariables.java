package org.cotangent.problems;

import org.cotangent.ad.annotation.Differentiable;

/** Residuals of problems 13 to 16 of Moré, Garbow and Hillstrom (1981), of four variables. */
public final class FourVariables {

    private FourVariables() {}

    /** The Hessian at the solution is singular (Powell 1962). */
    @Differentiable
    public static double[] powellSingular(double[] x) {
        double middle = x[1] - 2 * x[2];
        double outer = x[0] - x[3];
        return new double[] {
            x[0] + 10 * x[1], Math.sqrt(5) * (x[2] - x[3]), middle * middle, Math.sqrt(10) * outer * outer
        };
    }

    /** Two valleys that are coupled (Colville 1968). */
    @Differentiable
    public static double[] wood(double[] x) {
        return new double[] {
            10 * (x[1] - x[0] * x[0]),
            1 - x[0],
            Math.sqrt(90) * (x[3] - x[2] * x[2]),
            1 - x[2],
            Math.sqrt(10) * (x[1] + x[3] - 2),
            (x[1] - x[3]) / Math.sqrt(10)
        };
    }

    /** The rate of a reaction (Kowalik, Osborne 1968). */
    @Differentiable
    public static double[] kowalikOsborne(double[] x) {
        double[] residuals = new double[11];
        for (int i = 0; i < 11; i++) {
            double u = Observations.KOWALIK_OSBORNE_AT[i];
            double rate = x[0] * (u * u + u * x[1]) / (u * u + u * x[2] + x[3]);
            residuals[i] = Observations.KOWALIK_OSBORNE[i] - rate;
        }
        return residuals;
    }

    /** Residuals that stay large (Brown, Dennis 1971). */
    @Differentiable
    public static double[] brownDennis(double[] x) {
        double[] residuals = new double[20];
        for (int i = 0; i < 20; i++) {
            double t = (i + 1) / 5.0;
            double line = x[0] + t * x[1] - Math.exp(t);
            double wave = x[2] + x[3] * Math.sin(t) - Math.cos(t);
            residuals[i] = line * line + wave * wave;
        }
        return residuals;
    }
}
