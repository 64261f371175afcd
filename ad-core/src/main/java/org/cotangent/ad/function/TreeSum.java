package org.cotangent.ad.function;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * One sum by a tree of chunks. Whoever finishes a chunk climbs as far as both branches are there, so
 * threads need no more accumulators than they are, and one for each level of the tree.
 */
final class TreeSum {

    /** What is summed, from one place of a batch to below another. */
    @FunctionalInterface
    interface Leaf {
        double over(int from, int to, double[] sum);
    }

    private final int size;
    private final int chunk;
    private final Leaf term;
    private final double[] sum;
    private final int leaves;
    private final AtomicInteger nextLeaf = new AtomicInteger();
    private final CountDownLatch openLeaves;
    private final AtomicReferenceArray<@Nullable Partial> waiting;
    private final Queue<Partial> free = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Partial> root = new AtomicReference<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    TreeSum(int size, int chunk, Leaf term, double[] sum) {
        this.size = size;
        this.chunk = chunk;
        this.term = term;
        this.sum = sum;
        leaves = Math.max(1, size / chunk + (size % chunk == 0 ? 0 : 1));
        openLeaves = new CountDownLatch(leaves);
        waiting = new AtomicReferenceArray<>(leaves + Integer.SIZE);
    }

    double run(Executor helpers, int threads) {
        if (size == 0) {
            Arrays.fill(sum, 0);
            return 0;
        }
        if (leaves == 1) {
            return term.over(0, size, sum);
        }
        call(helpers, Math.min(threads, leaves) - 1);
        work();
        await();
        rethrow();
        Partial whole = root.get();
        if (whole == null) {
            throw new IllegalStateException(
                    "the tree of " + leaves + " chunks has no root, expected all chunks summed");
        }
        return whole.finish(sum);
    }

    private void call(Executor helpers, int count) {
        try {
            for (int k = 0; k < count; k++) {
                helpers.execute(this::work);
            }
        } catch (RejectedExecutionException busy) {
            // What helpers do not come to, the calling thread does.
        }
    }

    private void work() {
        for (int leaf = nextLeaf.getAndIncrement(); leaf < leaves; leaf = nextLeaf.getAndIncrement()) {
            try {
                if (failure.get() == null) {
                    climb(leaf(leaf), leaf);
                }
            } catch (RuntimeException | Error thrown) {
                failure.compareAndSet(null, thrown);
            } finally {
                openLeaves.countDown();
            }
        }
    }

    private Partial leaf(int leaf) {
        Partial free = this.free.poll();
        Partial partial = free == null ? new Partial(sum.length) : free;
        int from = leaf * chunk;
        partial.begin(term, from, size - from < chunk ? size : from + chunk);
        return partial;
    }

    /** Adds up as long as the other branch is there; the later of two branches goes on. */
    private void climb(Partial leaf, int position) {
        Partial node = leaf;
        int index = position;
        int offset = 0;
        for (int count = leaves; count > 1; count = (count + 1) / 2) {
            boolean isAlone = index == count - 1 && count % 2 == 1;
            if (!isAlone) {
                Partial other = waiting.getAndSet(offset + index / 2, node);
                if (other == null) {
                    return;
                }
                node = index % 2 == 0 ? join(node, other) : join(other, node);
            }
            offset += (count + 1) / 2;
            index /= 2;
        }
        root.set(node);
    }

    private Partial join(Partial left, Partial right) {
        left.add(right);
        free.add(right);
        return left;
    }

    /** Waits for chunks that helpers are still at; an interrupt is left for the caller to see. */
    private void await() {
        boolean interrupted = false;
        while (true) {
            try {
                openLeaves.await();
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrow() {
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }

    /** The sum over a branch, with what rounding took from it. */
    private static final class Partial {

        private final double[] sum;
        private final double[] error;
        private double value;
        private double valueError;

        Partial(int length) {
            sum = new double[length];
            error = new double[length];
        }

        void begin(Leaf term, int from, int to) {
            value = term.over(from, to, sum);
            valueError = 0;
            Arrays.fill(error, 0);
        }

        void add(Partial other) {
            double total = value + other.value;
            valueError += other.valueError + lost(value, other.value, total);
            value = total;
            for (int i = 0; i < sum.length; i++) {
                double a = sum[i];
                double b = other.sum[i];
                sum[i] = a + b;
                error[i] += other.error[i] + lost(a, b, sum[i]);
            }
        }

        /** a + b − total, exactly. */
        private static double lost(double a, double b, double total) {
            double part = total - a;
            return (a - (total - part)) + (b - part);
        }

        double finish(double[] result) {
            for (int i = 0; i < result.length; i++) {
                result[i] = corrected(sum[i], error[i]);
            }
            return corrected(value, valueError);
        }

        /** Of an infinite sum the error is NaN, and the sum is right. */
        private static double corrected(double sum, double error) {
            return Double.isNaN(error) ? sum : sum + error;
        }
    }
}
