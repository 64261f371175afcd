package org.cotangent.ad.linalg;

/** Checks that flat arrays hold the matrices they are said to hold. */
final class Shape {

    private Shape() {}

    static void require(String name, double[] array, int rows, int columns) {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException(
                    name + " is to be " + rows + " x " + columns + ", expected numbers of rows and columns >= 0");
        }
        long expected = (long) rows * columns;
        if (array.length != expected) {
            throw new IllegalArgumentException(name + " has length " + array.length + ", expected " + expected + " ("
                    + rows + " x " + columns + ", row by row)");
        }
    }

    static void require(String name, double[] array, int length) {
        if (array.length != length) {
            throw new IllegalArgumentException(name + " has length " + array.length + ", expected " + length);
        }
    }

    static boolean isFinite(double[] array) {
        for (double element : array) {
            if (!Double.isFinite(element)) {
                return false;
            }
        }
        return true;
    }
}
