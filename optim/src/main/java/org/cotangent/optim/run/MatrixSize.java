package org.cotangent.optim.run;

/** Tells a matrix that no array can hold before it is asked for, and what to use instead. */
public final class MatrixSize {

    private MatrixSize() {}

    /**
     * The number of entries of a dense matrix.
     *
     * @param name what it is, for the message
     * @param remedy what to do where it is too large
     * @throws IllegalArgumentException if that is more than an array can hold
     */
    public static int of(String name, int rows, int columns, String remedy) {
        long entries = (long) rows * columns;
        if (entries > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("the " + name + " would have " + rows + " times " + columns
                    + " entries, expected at most " + Integer.MAX_VALUE + "; " + remedy);
        }
        return (int) entries;
    }
}
