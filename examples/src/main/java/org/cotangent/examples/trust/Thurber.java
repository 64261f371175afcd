package org.cotangent.examples.trust;

import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.examples.nist.Dataset;
import org.cotangent.examples.nist.Problem;

/**
 * The residuals of NIST's data set Thurber, a cubic over a cubic with 7 parameters and 37
 * observations, with a Jacobian written by hand.
 */
final class Thurber {

    private static final int PARAMETERS = 7;

    /** b1 to b4 belong to the numerator. */
    private static final int NUMERATOR = 4;

    private final double[] x;
    private final double[] y;
    private final boolean forgetful;

    private Thurber(boolean forgetful) {
        Dataset data = Problem.THURBER.dataset();
        this.x = data.predictors().get(0);
        this.y = data.response();
        this.forgetful = forgetful;
    }

    /** The parameters that NIST certifies as the best fit. */
    static double[] certified() {
        return Problem.THURBER.dataset().parameters();
    }

    static VectorFunction byHand() {
        return new Thurber(false).function();
    }

    /** The derivative by b7 divides by the denominator once instead of twice. */
    static VectorFunction byHandButWrong() {
        return new Thurber(true).function();
    }

    private VectorFunction function() {
        return Functions.of(PARAMETERS, x.length, this::residuals, this::jacobian);
    }

    private static double numerator(double[] b, double t) {
        return b[0] + t * (b[1] + t * (b[2] + t * b[3]));
    }

    private static double denominator(double[] b, double t) {
        return 1 + t * (b[4] + t * (b[5] + t * b[6]));
    }

    private void residuals(double[] b, double[] residuals) {
        for (int i = 0; i < x.length; i++) {
            residuals[i] = numerator(b, x[i]) / denominator(b, x[i]) - y[i];
        }
    }

    private void jacobian(double[] b, double[] jacobian) {
        for (int i = 0; i < x.length; i++) {
            double denominator = denominator(b, x[i]);
            double model = numerator(b, x[i]) / denominator;
            for (int k = 0; k < PARAMETERS; k++) {
                jacobian[i * PARAMETERS + k] = k < NUMERATOR
                        ? Math.pow(x[i], k) / denominator
                        : -model * Math.pow(x[i], k - NUMERATOR + 1) / denominator;
            }
            if (forgetful) {
                jacobian[i * PARAMETERS + PARAMETERS - 1] *= denominator;
            }
        }
    }
}
