package org.cotangent.ad.function;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sum of the operators of chunks, which are kept as far as memory goes. */
final class SummedOperator implements LinearOperator {

    /** Which examples are at some places. */
    @FunctionalInterface
    interface Examples {
        int[] between(int from, int to);
    }

    private final Summation summation;
    private final int dimension;
    private final int size;
    private final Examples examples;
    private final Function<int[], LinearOperator> matrix;
    private final AtomicReferenceArray<@Nullable LinearOperator> kept;
    private final AtomicLong room;

    SummedOperator(
            Summation summation, int dimension, int size, Examples examples, Function<int[], LinearOperator> matrix) {
        this.summation = summation;
        this.dimension = dimension;
        this.size = size;
        this.examples = examples;
        this.matrix = matrix;
        kept = new AtomicReferenceArray<>(size / summation.chunk() + 1);
        room = new AtomicLong(summation.memory());
    }

    @Override
    public int rows() {
        return dimension;
    }

    @Override
    public int columns() {
        return dimension;
    }

    @Override
    public long kept() {
        return summation.memory() - room.get();
    }

    @Override
    public void apply(double[] v, double[] product) {
        Checks.length("direction", v, dimension);
        Checks.length("product", product, dimension);
        Checks.distinct("product", product, "direction", v);
        TreeSum.Leaf term = (from, to, part) -> {
            chunk(from, to).apply(v, part);
            return 0;
        };
        summation.overPlaces(size, term, product);
    }

    private LinearOperator chunk(int from, int to) {
        int index = from / summation.chunk();
        LinearOperator known = kept.get(index);
        if (known != null) {
            return known;
        }
        LinearOperator made = matrix.apply(examples.between(from, to));
        long bytes = made.kept();
        if (room.addAndGet(-bytes) < 0 || !kept.compareAndSet(index, null, made)) {
            room.addAndGet(bytes);
        }
        return made;
    }
}
