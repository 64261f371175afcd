package org.cotangent.optim.leastsquares;

/** How far rounding reaches at a point: into its residuals, and from there into the sum. */
record ResidualRounding(ResidualEvaluation at) {

    /** Bits granted to the rounding of intermediate results inside a residual. */
    private static final double ROUNDING = 64 * Math.ulp(1.0);

    /** Σ |rᵢ| Σ |Jᵢⱼ xⱼ| times the rounding unit and some bits: how far the value is uncertain. */
    double ofValue() {
        double[] residuals = at.corrected();
        double sum = 0;
        for (int i = 0; i < residuals.length; i++) {
            sum += Math.abs(residuals[i]) * swing(i);
        }
        return ROUNDING * (sum + at.value());
    }

    /**
     * ½ Σ eᵢ² with eᵢ the rounding error of rᵢ: a model that promises less than that only follows the
     * rounding of the residuals.
     */
    double ofModel() {
        double[] residuals = at.corrected();
        double sum = 0;
        for (int i = 0; i < residuals.length; i++) {
            double error = Math.ulp(1.0) / 2 * (Math.abs(residuals[i]) + swing(i));
            sum += error * error;
        }
        return sum / 2;
    }

    /** Σ |Jᵢⱼ xⱼ|: what the rounding of x alone changes in rᵢ, in units of the rounding. */
    private double swing(int i) {
        double[] jacobian = at.jacobian();
        double[] point = at.point();
        double sum = 0;
        for (int j = 0; j < point.length; j++) {
            sum += Math.abs(jacobian[i * point.length + j] * point[j]);
        }
        return sum;
    }
}
