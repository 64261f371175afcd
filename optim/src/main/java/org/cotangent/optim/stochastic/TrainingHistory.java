package org.cotangent.optim.stochastic;

import java.util.List;
import java.util.stream.IntStream;

/** How a run went, for learning curves: one row for the start and one for every measurement. Immutable. */
public final class TrainingHistory {

    static final int COLUMNS = 7;

    private final double[] numbers;

    /**
     * What was measured.
     *
     * @param updates made so far, those skipped included
     * @param passes over the data that estimates and products took so far, measurements not included
     * @param seconds since the start of the run, measurements included; when resumed, those before the save too
     * @param loss the mean over all examples
     * @param gradientNorm of its gradient, Euclidean
     * @param batchLoss the mean of the estimates since the row before, at the points where they were made; NaN
     *     at the start
     * @param rate of the next update
     */
    public record Row(
            long updates,
            double passes,
            double seconds,
            double loss,
            double gradientNorm,
            double batchLoss,
            double rate) {

        void write(double[] numbers, int at) {
            numbers[at] = updates;
            numbers[at + 1] = passes;
            numbers[at + 2] = seconds;
            numbers[at + 3] = loss;
            numbers[at + 4] = gradientNorm;
            numbers[at + 5] = batchLoss;
            numbers[at + 6] = rate;
        }
    }

    TrainingHistory(double[] numbers) {
        this.numbers = numbers;
    }

    /** How many rows there are. */
    public int size() {
        return numbers.length / COLUMNS;
    }

    /** A row, the start being 0. */
    public Row row(int index) {
        int at = index * COLUMNS;
        return new Row(
                (long) numbers[at],
                numbers[at + 1],
                numbers[at + 2],
                numbers[at + 3],
                numbers[at + 4],
                numbers[at + 5],
                numbers[at + 6]);
    }

    /** All of them. */
    public List<Row> rows() {
        return IntStream.range(0, size()).mapToObj(this::row).toList();
    }

    /** The mean over all examples, row by row. */
    public double[] losses() {
        return rows().stream().mapToDouble(Row::loss).toArray();
    }

    @Override
    public String toString() {
        return "TrainingHistory" + rows();
    }
}
