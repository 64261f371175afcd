package org.cotangent.optim.stochastic;

import java.util.Objects;

/**
 * How examples are put into batches. All randomness comes from the seed and the number of the epoch or
 * batch, so the position in the sequence is the whole state of the generator.
 *
 * @param length examples in a batch; the last one of an epoch may have fewer
 * @param order which examples
 * @param seed different ones give independent sequences; of no effect in the given order
 */
public record Batches(int length, Order order, long seed) {

    /** Which examples come next. */
    public enum Order {
        /** Every example once in an epoch, in another random order each time. */
        SHUFFLED,
        /** Every one drawn from all, whatever came before. */
        WITH_REPLACEMENT,
        /** Every example once in an epoch, in the order they have. */
        GIVEN
    }

    public Batches {
        if (length < 1) {
            throw new IllegalArgumentException("a batch has " + length + " examples, expected at least 1; try 32");
        }
        Objects.requireNonNull(order, "order is null, expected one such as Order.SHUFFLED");
    }

    /** Every example once in an epoch, in random order: what is usual. */
    public static Batches shuffled(int length, long seed) {
        return new Batches(length, Order.SHUFFLED, seed);
    }

    /** Examples drawn from all, independently, as theory likes it. */
    public static Batches withReplacement(int length, long seed) {
        return new Batches(length, Order.WITH_REPLACEMENT, seed);
    }

    /** Every example once in an epoch, in the given order. */
    public static Batches inGivenOrder(int length) {
        return new Batches(length, Order.GIVEN, 0);
    }

    /**
     * The sequence from its beginning.
     *
     * @param size the number of examples there are
     */
    BatchSequence begin(int size) {
        return new BatchSequence(this, size);
    }
}
