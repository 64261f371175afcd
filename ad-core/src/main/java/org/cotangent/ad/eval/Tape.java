package org.cotangent.ad.eval;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one save site has kept, a stack; a site keeps values of one bank. */
final class Tape {

    private double[] reals = {};
    private double[] imaginaries = {};
    private long[] integers = {};
    private Object[] references = {};
    private Object[] shadows = {};
    private int size;

    @SuppressWarnings("NullAway") // beyond the size nothing is read
    void clear() {
        size = 0;
        Arrays.fill(references, null);
        Arrays.fill(shadows, null);
    }

    int size() {
        return size;
    }

    void push(double value) {
        if (size == reals.length) {
            reals = Arrays.copyOf(reals, larger());
        }
        reals[size++] = value;
    }

    double popReal() {
        return reals[--size];
    }

    void push(double re, double im) {
        if (size == imaginaries.length) {
            imaginaries = Arrays.copyOf(imaginaries, larger());
        }
        imaginaries[size] = im;
        push(re);
    }

    /** The imaginary part of the value that {@link #popReal} gave last. */
    double poppedImaginary() {
        return imaginaries[size];
    }

    void push(long value) {
        if (size == integers.length) {
            integers = Arrays.copyOf(integers, larger());
        }
        integers[size++] = value;
    }

    long popInteger() {
        return integers[--size];
    }

    @SuppressWarnings("NullAway") // an unassigned array is kept as it is
    void push(@Nullable Object array, @Nullable Object shadow) {
        if (size == references.length) {
            references = Arrays.copyOf(references, larger());
            shadows = Arrays.copyOf(shadows, references.length);
        }
        references[size] = array;
        shadows[size++] = shadow;
    }

    Object popReference() {
        return references[--size];
    }

    /** The array of imaginary parts of the one that {@link #popReference} gave last. */
    Object poppedShadow() {
        return shadows[size];
    }

    private int larger() {
        return Math.max(16, 2 * size);
    }
}
