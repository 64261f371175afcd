package org.cotangent.optim.stochastic;

/** One update on its way through the chain: what begins as a gradient ends as what is taken off the point. */
public final class Update {

    private final double[] point;
    private final double[] vector;
    private int[] batch = {};
    private double value = Double.NaN;

    /**
     * An update in given buffers.
     *
     * @param point x, length n
     * @param vector the gradient, length n, to be transformed in place
     */
    public Update(double[] point, double[] vector) {
        this.point = point;
        this.vector = vector;
    }

    void from(int[] examples, double estimate) {
        batch = examples;
        value = estimate;
    }

    /** The point, length n: the buffer itself, not to be modified. */
    public double[] point() {
        return point;
    }

    /** What will be taken off the point, times the rate, length n: the buffer itself, to be transformed in place. */
    public double[] vector() {
        return vector;
    }

    /** The estimate of the value at the point, which came with the gradient. */
    public double value() {
        return value;
    }

    /** The examples that the gradient is from, not to be modified. */
    public int[] batch() {
        return batch;
    }
}
