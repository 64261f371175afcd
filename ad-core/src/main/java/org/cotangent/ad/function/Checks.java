package org.cotangent.ad.function;

import java.util.Arrays;

/** Argument checks that say what was given, what was expected and why. */
public final class Checks {

    private Checks() {}

    /**
     * Requires an array of a given length.
     *
     * @return {@code array}
     * @throws IllegalArgumentException if the length differs, naming both
     * @throws NullPointerException if {@code array} is null, naming it
     */
    public static double[] length(String name, double[] array, int expected) {
        return length(name, array, expected, "dimension of the function");
    }

    /**
     * Requires an array of a given length that is not the dimension.
     *
     * @param meaning what the expected length is, such as "number of values"
     * @return {@code array}
     * @throws IllegalArgumentException if the length differs, naming both
     * @throws NullPointerException if {@code array} is null, naming it
     */
    public static double[] length(String name, double[] array, int expected, String meaning) {
        if (array == null) {
            throw new NullPointerException(name + " is null, expected an array of length " + expected);
        }
        if (array.length != expected) {
            throw new IllegalArgumentException(name + " has length " + array.length + ", expected " + expected + " ("
                    + meaning + "); pass an array of that length");
        }
        return array;
    }

    /**
     * Requires two arrays to be different objects, for outputs that are written while the input is
     * still read.
     *
     * @throws IllegalArgumentException if they are the same array
     */
    public static void distinct(String output, double[] first, String input, double[] second) {
        if (first == second) {
            throw new IllegalArgumentException(output + " is the same array as " + input
                    + ", expected two arrays: the output is overwritten while the input is read; pass a new array");
        }
    }

    /**
     * Requires as many of one thing as of another.
     *
     * @throws IllegalArgumentException if the counts differ, naming both
     */
    public static void sameCount(String name, int count, String other, int otherCount) {
        if (count != otherCount) {
            throw new IllegalArgumentException(
                    count + " " + name + " and " + otherCount + " " + other + " are given, expected as many of both");
        }
    }

    /**
     * Requires a row of an array to be as long as its first row.
     *
     * @param name of the array
     * @param row its index
     * @throws IllegalArgumentException if the lengths differ, naming both
     */
    public static void row(String name, int row, int length, int expected) {
        if (length != expected) {
            throw new IllegalArgumentException("row " + row + " of " + name + " has length " + length + ", expected "
                    + expected + " as the rows before it; pass an array whose rows have one length");
        }
    }

    /**
     * The number of elements of an array, of which at least one is required.
     *
     * @param name of the array
     * @param extents its lengths, outer ones first
     * @return their product
     * @throws IllegalArgumentException if one is not positive or the product is no {@code int}
     */
    public static int elements(String name, int... extents) {
        long product = 1;
        for (int extent : extents) {
            product = extent < 1 || product > Integer.MAX_VALUE ? -1 : product * extent;
        }
        if (product < 1 || product > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("extents of " + name + " are " + Arrays.toString(extents)
                    + ", expected at least 1 each and no more than " + Integer.MAX_VALUE
                    + " elements, as all variables lie in one array");
        }
        return (int) product;
    }

    /**
     * Requires a positive dimension.
     *
     * @return {@code dimension}
     * @throws IllegalArgumentException if it is not positive
     */
    public static int dimension(String name, int dimension) {
        if (dimension < 1) {
            throw new IllegalArgumentException(
                    name + " is " + dimension + ", expected at least 1; a function needs a variable and a value");
        }
        return dimension;
    }
}
