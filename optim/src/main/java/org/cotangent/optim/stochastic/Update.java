package org.cotangent.optim.stochastic;

/** One update on its way through the chain: what begins as a gradient ends as what is taken off the point. */
public final class Update {

    private final double[] point;
    private final double[] vector;
    private int[] batch = {};

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

    void from(int[] examples) {
        batch = examples;
    }

    /** The point, length n: the buffer itself, not to be modified. */
    public double[] point() {
        return point;
    }

    /** What will be taken off the point, times the rate, length n: the buffer itself, to be transformed in place. */
    public double[] vector() {
        return vector;
    }

    /** The examples that the gradient is from, not to be modified. */
    public int[] batch() {
        return batch;
    }
}
