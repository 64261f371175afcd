package org.cotangent.ad.runtime;

import java.util.Arrays;

/** A growable stack of {@code double} values that the forward sweep fills and the reverse sweep empties. */
public final class DoubleTape {

    private double[] values = new double[Workspace.FIRST_CAPACITY];
    private int size;

    DoubleTape() {}

    public void push(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Workspace.grown(size));
        }
        values[size++] = value;
    }

    /**
     * Takes the value pushed last.
     *
     * @throws ArrayIndexOutOfBoundsException if there is none
     */
    public double pop() {
        return values[--size];
    }

    /**
     * Pushes a value for each number from {@code first} to below {@code end}, as a loop that counts up
     * would, to be set in {@link #values()} afterwards.
     *
     * @return what to add to a number to find the place of its value
     */
    public int reserve(int first, int end) {
        int start = size;
        if (end > first) {
            size = Math.addExact(start, Math.subtractExact(end, first));
            if (size > values.length) {
                values = Arrays.copyOf(values, Math.max(size, Workspace.grown(start)));
            }
        }
        return start - first;
    }

    /**
     * Takes the values pushed last, one for each number from {@code last} down to above {@code end}, as a
     * loop that counts down would. They stay in {@link #values()} until others are pushed.
     *
     * @return what to add to a number to find the place of its value
     */
    public int release(int last, int end) {
        if (last > end) {
            size -= last - end;
        }
        return size - end - 1;
    }

    /** What was pushed, the first at 0: the array itself, until the next push. */
    public double[] values() {
        return values;
    }

    void clear() {
        size = 0;
    }

    /** Gives memory back if there is more of it than is worth keeping. */
    void release() {
        if (values.length > Workspace.KEPT_CAPACITY) {
            values = new double[Workspace.FIRST_CAPACITY];
        }
    }
}
