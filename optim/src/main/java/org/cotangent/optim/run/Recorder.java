package org.cotangent.optim.run;

import java.util.Arrays;

/** Collects a {@link History} in bounded memory, halving its density whenever it is full. */
final class Recorder implements Stateful {

    private static final int CAPACITY = 1024;

    private final long[] iterations = new long[CAPACITY];
    private final double[] values = new double[CAPACITY];
    private final double[] gradientNorms = new double[CAPACITY];
    private int size;
    private long stride = 1;

    void record(Iterate iterate) {
        if (iterate.iteration() % stride != 0) {
            return;
        }
        if (size == CAPACITY) {
            thin();
            if (iterate.iteration() % stride != 0) {
                return;
            }
        }
        iterations[size] = iterate.iteration();
        values[size] = iterate.value();
        gradientNorms[size++] = iterate.gradientNorm();
    }

    History history(Iterate last) {
        boolean lastMissing = size > 0 && iterations[size - 1] != last.iteration();
        int length = lastMissing ? size + 1 : size;
        long[] steps = Arrays.copyOf(iterations, length);
        double[] heights = Arrays.copyOf(values, length);
        double[] slopes = Arrays.copyOf(gradientNorms, length);
        if (lastMissing) {
            steps[size] = last.iteration();
            heights[size] = last.value();
            slopes[size] = last.gradientNorm();
        }
        return new History(steps, heights, slopes);
    }

    @Override
    public void exchange(State state) {
        size = state.integer(size);
        stride = state.integer(stride);
        exchange(state, values);
        exchange(state, gradientNorms);
        for (int i = 0; i < size; i++) {
            iterations[i] = i * stride;
        }
    }

    private void exchange(State state, double[] numbers) {
        double[] kept = state.array(Arrays.copyOf(numbers, size));
        System.arraycopy(kept, 0, numbers, 0, size);
    }

    private void thin() {
        stride *= 2;
        size = CAPACITY / 2;
        for (int i = 0; i < size; i++) {
            iterations[i] = iterations[2 * i];
            values[i] = values[2 * i];
            gradientNorms[i] = gradientNorms[2 * i];
        }
    }
}
