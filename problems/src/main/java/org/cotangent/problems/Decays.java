package org.cotangent.problems;

import org.cotangent.ad.annotation.Differentiable;

/** Residuals of problems 17 to 19 of Moré, Garbow and Hillstrom (1981): sums of exponentials. */
public final class Decays {

    private Decays() {}

    /** Two decays above a background (Osborne 1972); five variables. */
    @Differentiable
    public static double[] osborne1(double[] x) {
        double[] residuals = new double[33];
        for (int i = 0; i < 33; i++) {
            double t = 10 * i;
            residuals[i] = Observations.OSBORNE_1[i] - (x[0] + x[1] * Math.exp(-t * x[3]) + x[2] * Math.exp(-t * x[4]));
        }
        return residuals;
    }

    /** Three decays fitted to three decays (Biggs 1971); six variables. */
    @Differentiable
    public static double[] biggs(double[] x) {
        double[] residuals = new double[13];
        for (int i = 0; i < 13; i++) {
            double t = (i + 1) / 10.0;
            double y = Math.exp(-t) - 5 * Math.exp(-10 * t) + 3 * Math.exp(-4 * t);
            double model = x[2] * Math.exp(-t * x[0]) - x[3] * Math.exp(-t * x[1]) + x[5] * Math.exp(-t * x[4]);
            residuals[i] = model - y;
        }
        return residuals;
    }

    /** A decay and three peaks (Osborne 1972); eleven variables. */
    @Differentiable
    public static double[] osborne2(double[] x) {
        double[] residuals = new double[65];
        for (int i = 0; i < 65; i++) {
            double t = i / 10.0;
            double model = x[0] * Math.exp(-t * x[4]);
            for (int peak = 0; peak < 3; peak++) {
                double distance = t - x[8 + peak];
                model += x[1 + peak] * Math.exp(-distance * distance * x[5 + peak]);
            }
            residuals[i] = Observations.OSBORNE_2[i] - model;
        }
        return residuals;
    }
}
