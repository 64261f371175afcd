package org.cotangent.ad.function;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A sum of functions, one for each example. */
final class ExampleSum<F extends DifferentiableFunction> implements FiniteSum {

    private final List<? extends F> examples;
    private final int dimension;

    ExampleSum(List<? extends F> examples) {
        Objects.requireNonNull(examples, "examples is null, expected a function for each example");
        for (int i = 0; i < examples.size(); i++) {
            int index = i;
            Objects.requireNonNull(
                    examples.get(i), () -> "example " + index + " is null, expected a function of the variables");
        }
        this.examples = List.copyOf(examples);
        if (this.examples.isEmpty()) {
            throw new IllegalArgumentException("there are 0 examples, expected at least 1; a mean needs one");
        }
        dimension =
                Checks.dimension("dimension of example 0", this.examples.get(0).dimension());
        for (int i = 0; i < this.examples.size(); i++) {
            int other = this.examples.get(i).dimension();
            if (other != dimension) {
                throw new IllegalArgumentException("example " + i + " has dimension " + other + ", expected "
                        + dimension + " as example 0; all are functions of the same variables");
            }
        }
    }

    F example(int index) {
        return examples.get(index);
    }

    @Override
    public int size() {
        return examples.size();
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public double value(double[] x, int[] batch) {
        Checks.length("point", x, dimension);
        double sum = 0;
        for (int i : FiniteSums.requireBatch(batch, size())) {
            sum += example(i).value(x);
        }
        return sum;
    }

    @Override
    public double valueAndGradient(double[] x, int[] batch, double[] gradient) {
        Checks.length("point", x, dimension);
        Checks.length("gradient", gradient, dimension);
        Checks.distinct("gradient", gradient, "point", x);
        FiniteSums.requireBatch(batch, size());
        if (batch.length == 1) {
            return example(batch[0]).valueAndGradient(x, gradient);
        }
        Arrays.fill(gradient, 0);
        double[] one = new double[dimension];
        double sum = 0;
        for (int i : batch) {
            sum += example(i).valueAndGradient(x, one);
            add(one, gradient);
        }
        return sum;
    }

    static void add(double[] one, double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += one[j];
        }
    }
}
