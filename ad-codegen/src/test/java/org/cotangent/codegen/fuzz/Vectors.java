package org.cotangent.codegen.fuzz;

import java.util.Arrays;

/** Arithmetic of vectors. */
final class Vectors {

    private Vectors() {}

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The sum of a and h times b. */
    static double[] moved(double[] a, double h, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < a.length; i++) {
            sum[i] += h * b[i];
        }
        return sum;
    }

    static double[] unit(int length, int index) {
        double[] unit = new double[length];
        unit[index] = 1;
        return unit;
    }

    /** The largest difference of two components; NaN if one is NaN or the lengths differ. */
    static double distance(double[] a, double[] b) {
        double distance = a.length == b.length ? 0 : Double.NaN;
        for (int i = 0; i < a.length && i < b.length; i++) {
            double difference = Math.abs(a[i] - b[i]);
            distance = difference <= distance ? distance : difference;
        }
        return distance;
    }

    /** The magnitude of the largest component of two vectors, at least 1. */
    static double scale(double[] a, double[] b) {
        double scale = 1;
        for (double component : a) {
            scale = Math.max(scale, Math.abs(component));
        }
        for (double component : b) {
            scale = Math.max(scale, Math.abs(component));
        }
        return scale;
    }

    /** Whether two vectors are equal to the bit, except that any NaN equals any other. */
    static boolean same(double[] a, double[] b) {
        return Arrays.equals(a, b);
    }
}
