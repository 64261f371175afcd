package org.cotangent.ad.function;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Adapters from what users have to sums over examples, and from these to functions that optimizers
 * minimize.
 *
 * <pre>{@code
 * // an annotated method that takes arrays of examples and returns their mean loss
 * TwiceDifferentiableSum sum = FiniteSums.twiceOfMeans(images.length, 650, batch ->
 *         RecognitionDerivatives.regression(10, 64, 10, rows(images, batch), entries(digits, batch), 1e-3));
 * TwiceDifferentiableFunction loss = FiniteSums.mean(sum, Summation.threads(2));
 * }</pre>
 *
 * <p>What is given must be safe to call from several threads if the sum is. Lengths, aliases and
 * indices are checked here.
 */
public final class FiniteSums {

    private FiniteSums() {}

    /**
     * A sum of functions, one for each example: for an annotated method with one example as its data,
     * the function objects that its derivatives class makes.
     *
     * @param examples at least one, all of one dimension; copied
     * @throws IllegalArgumentException if there are none or dimensions differ
     */
    public static FiniteSum of(List<? extends DifferentiableFunction> examples) {
        return new ExampleSum<>(examples);
    }

    /** The same for functions that know products of their Hessians. */
    public static TwiceDifferentiableSum twiceOf(List<? extends TwiceDifferentiableFunction> examples) {
        return new TwiceExampleSum(new ExampleSum<>(examples));
    }

    /**
     * A sum from the mean over any batch: for an annotated method that takes arrays of examples and
     * returns their mean. It is made anew for every batch, never for an empty one.
     *
     * @param size the number of examples
     * @param dimension the number of variables
     * @param meanOf the mean over the examples of a batch, which is not to be modified
     * @throws IllegalArgumentException if a number is not positive
     */
    public static FiniteSum ofMeans(int size, int dimension, Function<int[], ? extends DifferentiableFunction> meanOf) {
        return new MeanSum<>(size, dimension, meanOf);
    }

    /** The same for means that know products of their Hessians. */
    public static TwiceDifferentiableSum twiceOfMeans(
            int size, int dimension, Function<int[], ? extends TwiceDifferentiableFunction> meanOf) {
        return new TwiceMeanSum(new MeanSum<>(size, dimension, meanOf));
    }

    /**
     * The mean over all examples as a function, for every method that takes one.
     *
     * @param sum what the mean is of
     * @param summation in which threads it is summed; their number changes no bit
     */
    public static DifferentiableFunction mean(FiniteSum sum, Summation summation) {
        return new MeanFunction<>(sum, summation);
    }

    /** The same with products of the Hessian. */
    public static TwiceDifferentiableFunction mean(TwiceDifferentiableSum sum, Summation summation) {
        return new TwiceMeanFunction(new MeanFunction<>(sum, summation));
    }

    /** The mean of a sum whose products are those of the Gauss-Newton matrix, for methods that ask for a Hessian. */
    public static TwiceDifferentiableFunction gaussNewtonMean(GaussNewtonSum sum, Summation summation) {
        return new GaussNewtonMean(new MeanFunction<>(sum, summation));
    }

    /**
     * Requires indices of examples.
     *
     * @return {@code batch}
     * @throws IndexOutOfBoundsException naming the first one that is none
     */
    public static int[] requireBatch(int[] batch, int size) {
        Objects.requireNonNull(batch, "batch is null, expected indices of examples");
        for (int k = 0; k < batch.length; k++) {
            if (batch[k] < 0 || batch[k] >= size) {
                throw new IndexOutOfBoundsException("batch[" + k + "] is " + batch[k] + ", expected 0 to " + (size - 1)
                        + ", as there are " + size + " examples");
            }
        }
        return batch;
    }
}
