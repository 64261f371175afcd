package org.cotangent.ad.function;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * How sums over many examples are taken: chunk by chunk, chunks added up in the order of a fixed tree,
 * with the rounding errors of these additions kept (Knuth 1998, theorem 4.2.2B). Chunks and tree
 * depend on the batch alone, so any number of threads gives the same bits.
 *
 * <p>Immutable; one object may serve any number of sums at once.
 */
public final class Summation {

    /** Large enough that handing out chunks costs nothing, small enough that eight threads find some. */
    private static final int CHUNK = 64;

    /** What operators keep at most, unless said: 256 MB. */
    private static final long MEMORY = 1L << 28;

    private final Executor helpers;
    private final int threads;
    private final int chunk;
    private final long memory;

    private Summation(Executor helpers, int threads, int chunk, long memory) {
        this.helpers = helpers;
        this.threads = threads;
        this.chunk = chunk;
        this.memory = memory;
    }

    /** In the calling thread alone. */
    public static Summation sequential() {
        return threads(1);
    }

    /**
     * With so many threads, the calling one included. The others live as long as one sum, which costs
     * some 0.1 ms: for short sums pass an executor.
     */
    public static Summation threads(int threads) {
        return on(Summation::start, threads);
    }

    /**
     * With threads of an executor beside the calling one, which does what they do not come to: a busy
     * or closed executor makes no sum wait or fail.
     *
     * @param helpers runs what it is given in other threads, or not at all
     * @param threads how many may work on one sum, the calling one included
     */
    public static Summation on(Executor helpers, int threads) {
        Objects.requireNonNull(helpers, "helpers is null, expected an executor; threads(2) needs none");
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "threads are " + threads + ", expected at least 1; sequential() is the calling one alone");
        }
        return new Summation(helpers, threads, CHUNK, MEMORY);
    }

    /**
     * A copy with other chunks, 64 unless said. Chunks change the order of additions, so other chunks
     * give other last bits.
     *
     * @param examples a chunk has, but for the last one
     */
    public Summation chunk(int examples) {
        if (examples < 1) {
            throw new IllegalArgumentException("a chunk has " + examples + " examples, expected at least 1; try 64");
        }
        return new Summation(helpers, threads, examples, memory);
    }

    /**
     * A copy with other memory for what the operators of chunks keep from product to product, 256 MB unless said.
     * For chunks beyond it everything is computed anew, which changes no bit.
     *
     * @param bytes at least 0
     */
    public Summation memory(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("memory is " + bytes + " bytes, expected at least 0");
        }
        return new Summation(helpers, threads, chunk, bytes);
    }

    /** How many examples a chunk has. */
    public int chunk() {
        return chunk;
    }

    /** What is summed, for one chunk. */
    @FunctionalInterface
    public interface Term {

        /**
         * Sums over a chunk.
         *
         * @param chunk indices of examples
         * @param sum receives the sum of vectors, overwritten
         * @return the sum of values
         */
        double over(int[] chunk, double[] sum);
    }

    /**
     * Sums over a batch.
     *
     * @param batch indices of examples, not modified
     * @param term what is summed; called by several threads at once, each with its own output
     * @param sum receives the sum of vectors, overwritten, 0 if the batch is empty
     * @return the sum of values
     */
    public double over(int[] batch, Term term, double[] sum) {
        return overPlaces(batch.length, (from, to, part) -> term.over(Arrays.copyOfRange(batch, from, to), part), sum);
    }

    /**
     * Sums over all examples.
     *
     * @param size the number of examples
     * @param term what is summed; called by several threads at once, each with its own output
     * @param sum receives the sum of vectors, overwritten
     * @return the sum of values
     */
    public double overAll(int size, Term term, double[] sum) {
        return overPlaces(size, (from, to, part) -> term.over(range(from, to), part), sum);
    }

    /**
     * The sum of the matrices of chunks as one operator, for many products: each chunk's operator is made at the first
     * product and kept as far as {@link #memory} goes. The bits are those of the sum of products.
     *
     * <pre>{@code
     * LinearOperator matrix = summation.operator(n, batch, chunk -> sum.gaussNewtonAt(x, chunk));
     * }</pre>
     *
     * @param dimension rows and columns
     * @param batch indices of examples, copied
     * @param matrix makes the operator of a chunk; called by several threads at once
     */
    public LinearOperator operator(int dimension, int[] batch, Function<int[], LinearOperator> matrix) {
        int[] examples = batch.clone();
        return new SummedOperator(
                this, dimension, examples.length, (from, to) -> Arrays.copyOfRange(examples, from, to), matrix);
    }

    /** The same over all examples. */
    public LinearOperator operatorOverAll(int dimension, int size, Function<int[], LinearOperator> matrix) {
        return new SummedOperator(this, dimension, size, Summation::range, matrix);
    }

    /** How many bytes operators keep at most. */
    long memory() {
        return memory;
    }

    double overPlaces(int size, TreeSum.Leaf term, double[] sum) {
        return new TreeSum(size, chunk, term, sum).run(helpers, threads);
    }

    private static int[] range(int from, int to) {
        int[] range = new int[to - from];
        for (int i = 0; i < range.length; i++) {
            range[i] = from + i;
        }
        return range;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "summation");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public String toString() {
        return "chunks of " + chunk + " by " + threads + (threads == 1 ? " thread" : " threads");
    }
}
