package org.cotangent.ad.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A growable stack of array references that the forward sweep fills and the reverse sweep empties. */
public final class ReferenceTape {

    private @Nullable Object[] values = new Object[Workspace.FIRST_CAPACITY];
    private int size;

    ReferenceTape() {}

    public void push(@Nullable Object value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Workspace.grown(size));
        }
        values[size++] = value;
    }

    /**
     * Takes the reference pushed last, and keeps no hold on it.
     *
     * @throws ArrayIndexOutOfBoundsException if there is none
     */
    public @Nullable Object pop() {
        Object value = values[--size];
        values[size] = null;
        return value;
    }

    void clear() {
        Arrays.fill(values, 0, size, null);
        size = 0;
    }

    /** Gives memory back if there is more of it than is worth keeping. */
    void release() {
        if (values.length > Workspace.KEPT_CAPACITY) {
            values = new Object[Workspace.FIRST_CAPACITY];
        }
    }
}
