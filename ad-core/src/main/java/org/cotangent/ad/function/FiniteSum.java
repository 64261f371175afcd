package org.cotangent.ad.function;

/**
 * A scalar function that is a sum over examples, f = Σ fᵢ, and can be had for some of them: a batch.
 *
 * <p>What is given here for a batch is the <em>sum</em> over it, so batches add up, however many
 * examples are split in whatever way. What is minimized is the <em>mean</em> over all examples, see
 * {@link FiniteSums#mean}: steps and tolerances then mean the same for ten examples and a million.
 * A penalty on the variables is therefore part of every example, and the mean contains it once.
 *
 * <p>A batch names examples by their indices from 0, in any order; one that is named twice counts
 * twice. An empty batch sums to 0. As everywhere in this package, outputs are overwritten, inputs are
 * never modified, and any number of threads may call at once.
 */
public interface FiniteSum {

    /** The number of examples, at least 1. */
    int size();

    /** The number of variables n, at least 1. */
    int dimension();

    /**
     * The sum of values over a batch.
     *
     * @param x point, length n, not modified
     * @param batch indices from 0 to below {@link #size}, not modified
     * @return Σ fᵢ(x); may be NaN or infinite where one of them is not defined
     * @throws IllegalArgumentException if {@code x} does not have length n
     * @throws IndexOutOfBoundsException if there is no such example
     */
    double value(double[] x, int[] batch);

    /**
     * The sums of values and gradients over a batch, together, which is cheaper than apart.
     *
     * @param x point, length n, not modified
     * @param batch indices from 0 to below {@link #size}, not modified
     * @param gradient receives Σ ∇fᵢ(x), length n, overwritten, not the same array as {@code x}
     * @return Σ fᵢ(x)
     * @throws IllegalArgumentException if a length is not n or the arrays are the same
     * @throws IndexOutOfBoundsException if there is no such example
     */
    double valueAndGradient(double[] x, int[] batch, double[] gradient);

    /**
     * The gradients of the examples of a batch one by one.
     *
     * @param x point, length n, not modified
     * @param batch indices from 0 to below {@link #size}, not modified
     * @param gradients receives ∇fᵢ(x) for each of the batch, as many rows of length n, overwritten
     * @throws IllegalArgumentException if a length is wrong
     * @throws IndexOutOfBoundsException if there is no such example
     */
    default void gradients(double[] x, int[] batch, double[][] gradients) {
        Checks.sameCount("examples", batch.length, "rows of gradients", gradients.length);
        for (int k = 0; k < batch.length; k++) {
            valueAndGradient(x, new int[] {batch[k]}, gradients[k]);
        }
    }
}
