package org.cotangent.optim.trust;

/** A step with what the model says of it. Filled anew for every subproblem. */
public final class TrustStep {

    private final double[] vector;
    private double scaledNorm;
    private double predicted;
    private double slope;
    private boolean restricted;

    /** A step in n dimensions. */
    public TrustStep(int dimension) {
        vector = new double[dimension];
    }

    /** The step s, length n: the buffer itself, for the solver to fill. */
    public double[] vector() {
        return vector;
    }

    /**
     * States what is known besides the vector.
     *
     * @param scaledNorm ‖D s‖
     * @param predicted the decrease that the model promises, positive
     * @param slope ∇fᵀs
     * @param restricted whether the radius stopped the step short of the model's minimum
     */
    public void set(double scaledNorm, double predicted, double slope, boolean restricted) {
        this.scaledNorm = scaledNorm;
        this.predicted = predicted;
        this.slope = slope;
        this.restricted = restricted;
    }

    /** ‖D s‖. */
    public double scaledNorm() {
        return scaledNorm;
    }

    /** The decrease that the model promises. */
    public double predicted() {
        return predicted;
    }

    /** ∇fᵀs. */
    public double slope() {
        return slope;
    }

    /** Whether the radius stopped the step short of the model's minimum. */
    public boolean isRestricted() {
        return restricted;
    }
}
