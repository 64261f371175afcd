package org.cotangent.problems;

import org.cotangent.ad.annotation.Differentiable;

/** Residuals of problems 7 to 12 of Moré, Garbow and Hillstrom (1981), of three variables. */
public final class ThreeVariables {

    private ThreeVariables() {}

    /**
     * A valley along a helix (Fletcher, Powell 1963). Its angle, in turns, is written so that it is smooth but on
     * the half plane x₁ = 0, x₂ &lt; 0; elsewhere that is the published arctangent with its two branches.
     */
    @Differentiable
    public static double[] helicalValley(double[] x) {
        double turns = Math.atan2(-x[0], x[1]) / (2 * Math.PI) + 0.25;
        return new double[] {10 * (x[2] - 10 * turns), 10 * (Math.sqrt(x[0] * x[0] + x[1] * x[1]) - 1), x[2]};
    }

    /** A rational function fitted to 15 observations (Bard 1970). */
    @Differentiable
    public static double[] bard(double[] x) {
        double[] residuals = new double[15];
        for (int i = 0; i < 15; i++) {
            int u = i + 1;
            int v = 15 - i;
            int w = Math.min(u, v);
            residuals[i] = Observations.BARD[i] - (x[0] + u / (v * x[1] + w * x[2]));
        }
        return residuals;
    }

    /** A normal density fitted to one (Moré, Garbow, Hillstrom 1981). */
    @Differentiable
    public static double[] gaussian(double[] x) {
        double[] residuals = new double[15];
        for (int i = 0; i < 15; i++) {
            double t = (7 - i) / 2.0;
            double distance = t - x[2];
            residuals[i] = x[0] * Math.exp(-x[1] * distance * distance / 2) - Observations.GAUSSIAN[i];
        }
        return residuals;
    }

    /** A thermistor; parameters from 6e-3 to 6e3, gradients that cannot be computed to 1e-8 (Meyer 1970). */
    @Differentiable
    public static double[] meyer(double[] x) {
        double[] residuals = new double[16];
        for (int i = 0; i < 16; i++) {
            double t = 45 + 5 * (i + 1);
            residuals[i] = x[0] * Math.exp(x[1] / (t + x[2])) - Observations.MEYER[i];
        }
        return residuals;
    }

    /**
     * A power in an exponential (Cox 1969). The paper of 1981 prints |y m i x₂| for |y − x₂|, which does not vanish at
     * the solution that it gives.
     *
     * @param m number of residuals, from 3 to 100; usually 99
     */
    @Differentiable(wrt = "x")
    public static double[] gulf(double[] x, int m) {
        double[] residuals = new double[m];
        for (int i = 0; i < m; i++) {
            double t = (i + 1) / 100.0;
            double y = 25 + Math.pow(-50 * Math.log(t), 2.0 / 3);
            residuals[i] = Math.exp(-Math.pow(Math.abs(y - x[1]), x[2]) / x[0]) - t;
        }
        return residuals;
    }

    /** Differences of exponentials, with a line of solutions beside two others (Box 1966). */
    @Differentiable
    public static double[] box(double[] x) {
        double[] residuals = new double[10];
        for (int i = 0; i < 10; i++) {
            double t = (i + 1) / 10.0;
            residuals[i] = Math.exp(-t * x[0]) - Math.exp(-t * x[1]) - x[2] * (Math.exp(-t) - Math.exp(-10 * t));
        }
        return residuals;
    }
}
