package org.cotangent.optim.stochastic;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;

/**
 * Value and gradient at the point that a trial step led to, or a measurement was made of: what is asked next, as a
 * rule, so that it is not computed twice.
 */
final class LatestGradient implements Stateful {

    private final double[] x;
    private final double[] gradient;
    private int[] batch = {};
    private double value;

    LatestGradient(int dimension) {
        x = new double[dimension];
        gradient = new double[dimension];
    }

    /** Keeps these until others are kept. */
    void keep(double[] point, int[] examples, double known, double[] slopes) {
        System.arraycopy(point, 0, x, 0, x.length);
        System.arraycopy(slopes, 0, gradient, 0, gradient.length);
        batch = examples.clone();
        value = known;
    }

    /** Whether value and gradient are those of this point and these examples. */
    boolean isOf(double[] point, int[] examples) {
        return batch.length > 0 && Arrays.equals(batch, examples) && Arrays.equals(x, point);
    }

    /** Copies the gradient and returns the value. */
    double tell(double[] copy) {
        System.arraycopy(gradient, 0, copy, 0, copy.length);
        return value;
    }

    @Override
    public void exchange(State state) {
        double[] numbers = state.array(IntStream.of(batch).asDoubleStream().toArray());
        batch = Arrays.stream(numbers).mapToInt(number -> (int) number).toArray();
        if (batch.length > 0) {
            state.vector(x);
            state.vector(gradient);
            value = state.number(value);
        }
    }
}
