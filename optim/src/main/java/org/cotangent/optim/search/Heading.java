package org.cotangent.optim.search;

import org.cotangent.optim.run.Vectors;

/** A direction with what its maker knows about it. Filled anew for every search. */
public final class Heading {

    private final double[] vector;
    private double curvature = Double.NaN;
    private double firstStep = 1;
    private double ceiling = Double.NEGATIVE_INFINITY;

    /** A heading in n dimensions. */
    public Heading(int dimension) {
        vector = new double[dimension];
    }

    /** The vector d, length n: the buffer itself, for the maker to fill. */
    public double[] vector() {
        return vector;
    }

    /**
     * States what is known besides the vector.
     *
     * @param curvature dᵀHd, NaN if not known
     * @param firstStep the multiple of d to try first, positive
     */
    public void set(double curvature, double firstStep) {
        this.curvature = curvature;
        this.firstStep = firstStep;
        ceiling = Double.NEGATIVE_INFINITY;
    }

    /** Lets values rise as far as this, for rules that care; to be said after the rest. */
    public void tolerate(double highestValue) {
        ceiling = highestValue;
    }

    /** How far values may rise, minus infinity if nothing was said. */
    public double ceiling() {
        return ceiling;
    }

    /** d = −gradient, curvature not known. */
    public void steepestDescent(double[] gradient, double firstStep) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] = -gradient[i];
        }
        set(Double.NaN, firstStep);
    }

    /** dᵀHd, NaN if not known. */
    public double curvature() {
        return curvature;
    }

    /** Whether the function is known not to curve upwards along d, so that no minimum need be near. */
    public boolean fallsAway() {
        return curvature <= 0;
    }

    /** The multiple of d to try first. */
    public double firstStep() {
        return firstStep;
    }

    /** ∇fᵀd. */
    public double slope(double[] gradient) {
        return Vectors.dot(gradient, vector);
    }
}
