package org.cotangent.ad.runtime;

import java.util.Arrays;

/** A growable stack of {@code int} values that the forward sweep fills and the reverse sweep empties. */
public final class IntTape {

    private int[] values = new int[Workspace.FIRST_CAPACITY];
    private int size;

    IntTape() {}

    public void push(int value) {
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
    public int pop() {
        return values[--size];
    }

    void clear() {
        size = 0;
    }

    /** Gives memory back if there is more of it than is worth keeping. */
    void release() {
        if (values.length > Workspace.KEPT_CAPACITY) {
            values = new int[Workspace.FIRST_CAPACITY];
        }
    }
}
