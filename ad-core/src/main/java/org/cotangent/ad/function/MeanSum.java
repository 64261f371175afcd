package org.cotangent.ad.function;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

/** A sum whose mean over any batch is known. */
final class MeanSum<F extends DifferentiableFunction> implements FiniteSum {

    private final int size;
    private final int dimension;
    private final Function<int[], ? extends F> meanOf;

    MeanSum(int size, int dimension, Function<int[], ? extends F> meanOf) {
        if (size < 1) {
            throw new IllegalArgumentException(
                    "there are " + size + " examples, expected at least 1; a mean needs one");
        }
        this.size = size;
        this.dimension = Checks.dimension("number of variables", dimension);
        this.meanOf = Objects.requireNonNull(meanOf, "meanOf is null, expected the mean over a batch");
    }

    /** The mean over a batch that was checked. */
    F mean(int[] batch) {
        F mean = Objects.requireNonNull(
                meanOf.apply(batch), "meanOf returned null, expected the mean over the examples of a batch");
        if (mean.dimension() != dimension) {
            throw new IllegalArgumentException("the mean over a batch has dimension " + mean.dimension() + ", expected "
                    + dimension + " as the sum; both are functions of the same variables");
        }
        return mean;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public double value(double[] x, int[] batch) {
        Checks.length("point", x, dimension);
        FiniteSums.requireBatch(batch, size);
        return batch.length == 0 ? 0 : batch.length * mean(batch).value(x);
    }

    @Override
    public double valueAndGradient(double[] x, int[] batch, double[] gradient) {
        Checks.length("point", x, dimension);
        Checks.length("gradient", gradient, dimension);
        Checks.distinct("gradient", gradient, "point", x);
        FiniteSums.requireBatch(batch, size);
        if (batch.length == 0) {
            Arrays.fill(gradient, 0);
            return 0;
        }
        double value = mean(batch).valueAndGradient(x, gradient);
        Products.scale(batch.length, gradient);
        return batch.length * value;
    }
}
