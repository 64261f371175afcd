package org.cotangent.optim.stochastic;

import java.util.Arrays;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;

/** The batches of a run, one after the other. */
final class BatchSequence implements Stateful {

    private static final long NO_EPOCH = -1;

    private final Batches batches;
    private final int size;
    private long position;
    private int[] order = {};
    private long orderOf = NO_EPOCH;

    BatchSequence(Batches batches, int size) {
        this.batches = batches;
        this.size = size;
    }

    /** Batches in an epoch. */
    long perEpoch() {
        return (size + batches.length() - 1L) / batches.length();
    }

    /** The batch at the present position, a new array. */
    int[] current() {
        return switch (batches.order()) {
            case WITH_REPLACEMENT -> drawn();
            case SHUFFLED, GIVEN -> cut();
        };
    }

    private int[] drawn() {
        Generator random = Generator.of(batches.seed(), position);
        int[] batch = new int[batches.length()];
        Arrays.setAll(batch, k -> random.below(size));
        return batch;
    }

    private int[] cut() {
        int from = (int) (position % perEpoch()) * batches.length();
        int[] all = order(position / perEpoch());
        return Arrays.copyOfRange(all, from, size - from < batches.length() ? size : from + batches.length());
    }

    private int[] order(long epoch) {
        if (batches.order() == Batches.Order.GIVEN && orderOf == NO_EPOCH) {
            order = new int[size];
            Arrays.setAll(order, i -> i);
            orderOf = epoch;
        }
        if (batches.order() == Batches.Order.SHUFFLED && orderOf != epoch) {
            order = Generator.of(batches.seed(), epoch).permutation(size);
            orderOf = epoch;
        }
        return order;
    }

    /** Goes on to the next batch, once the present one was used. */
    void advance() {
        position++;
    }

    @Override
    public void exchange(State state) {
        position = state.integer(position);
    }
}
