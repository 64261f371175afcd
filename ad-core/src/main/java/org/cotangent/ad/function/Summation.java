package org.cotangent.ad.function;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executor;

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

    private final Executor helpers;
    private final int threads;
    private final int chunk;

    private Summation(Executor helpers, int threads, int chunk) {
        this.helpers = helpers;
        this.threads = threads;
        this.chunk = chunk;
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
        return new Summation(helpers, threads, CHUNK);
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
        return new Summation(helpers, threads, examples);
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
        return new TreeSum(batch.length, chunk, (from, to) -> copy(batch, from, to), term, sum).run(helpers, threads);
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
        return new TreeSum(size, chunk, Summation::range, term, sum).run(helpers, threads);
    }

    private static int[] copy(int[] batch, int from, int to) {
        return Arrays.copyOfRange(batch, from, to);
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
