package org.cotangent.optim.stochastic;

import java.util.Arrays;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;

/** Collects a {@link TrainingHistory}, row by row in one array. */
final class Epochs implements Stateful {

    private static final int FIRST_ROWS = 16;

    private double[] rows = new double[FIRST_ROWS * TrainingHistory.COLUMNS];
    private int size;

    void add(TrainingHistory.Row row) {
        int at = size * TrainingHistory.COLUMNS;
        if (at == rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
        row.write(rows, at);
        size++;
    }

    TrainingHistory history() {
        return new TrainingHistory(filled());
    }

    private double[] filled() {
        return Arrays.copyOf(rows, size * TrainingHistory.COLUMNS);
    }

    @Override
    public void exchange(State state) {
        double[] kept = state.array(filled());
        size = kept.length / TrainingHistory.COLUMNS;
        rows = Arrays.copyOf(kept, Math.max(kept.length, FIRST_ROWS * TrainingHistory.COLUMNS));
    }
}
