package org.cotangent.optim.run;

import java.util.Arrays;

/**
 * How a run went, for plots: value and gradient norm at evenly spaced iterations, the start and
 * the end included, and never more than about a thousand of them however long the run.
 */
public final class History {

    private final long[] iterations;
    private final double[] values;
    private final double[] gradientNorms;

    History(long[] iterations, double[] values, double[] gradientNorms) {
        this.iterations = iterations;
        this.values = values;
        this.gradientNorms = gradientNorms;
    }

    /** How many iterates were kept. */
    public int size() {
        return iterations.length;
    }

    /** Their numbers, ascending. */
    public long[] iterations() {
        return iterations.clone();
    }

    /** f at each of them. */
    public double[] values() {
        return values.clone();
    }

    /** ‖∇f‖ at each of them. */
    public double[] gradientNorms() {
        return gradientNorms.clone();
    }

    @Override
    public String toString() {
        return "History of " + Text.count(size(), "iterate") + ", values " + Arrays.toString(ends());
    }

    private double[] ends() {
        return size() == 0 ? values : new double[] {values[0], values[size() - 1]};
    }
}
