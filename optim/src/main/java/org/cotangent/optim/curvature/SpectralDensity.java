package org.cotangent.optim.curvature;

/**
 * How the eigenvalues of a symmetric operator are distributed, as weighted points: the weights add up to
 * 1, a point's weight is the share of eigenvalues near it. Moments that the points give are those of the
 * spectrum, but for the noise of random probes.
 */
public final class SpectralDensity {

    private final double[] points;
    private final double[] weights;
    private final int dimension;

    /** @param points ascending */
    SpectralDensity(double[] points, double[] weights, int dimension) {
        this.points = points;
        this.weights = weights;
        this.dimension = dimension;
    }

    /** A copy of the points, ascending. */
    public double[] points() {
        return points.clone();
    }

    /** A copy of their weights. */
    public double[] weights() {
        return weights.clone();
    }

    /**
     * The density at a value, every point spread to a Gaussian.
     *
     * @param width the standard deviation of the Gaussians, above 0
     */
    public double at(double value, double width) {
        if (!(width > 0)) {
            throw new IllegalArgumentException("width is " + width + ", expected above 0");
        }
        double sum = 0;
        for (int k = 0; k < points.length; k++) {
            double distance = (value - points[k]) / width;
            sum += weights[k] * Math.exp(-0.5 * distance * distance);
        }
        return sum / (width * Math.sqrt(2 * Math.PI));
    }

    /** The share of eigenvalues in [from, to): between 0 and 1. */
    public double share(double from, double to) {
        double sum = 0;
        for (int k = 0; k < points.length; k++) {
            sum += points[k] >= from && points[k] < to ? weights[k] : 0;
        }
        return sum;
    }

    /** The mean of the eigenvalues. */
    public double mean() {
        double sum = 0;
        for (int k = 0; k < points.length; k++) {
            sum += weights[k] * points[k];
        }
        return sum;
    }

    /** The sum of the eigenvalues (Hutchinson's estimate). */
    public double trace() {
        return dimension * mean();
    }
}
