package org.cotangent.ad.transform.fuzz;

import java.util.Arrays;
import java.util.List;

/** Arithmetic of vectors. */
final class Vectors {

    private Vectors() {}

    static double[] join(List<double[]> parts) {
        double[] all = new double[parts.stream().mapToInt(p -> p.length).sum()];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double[] times(double[] a, double factor) {
        return Arrays.stream(a).map(e -> e * factor).toArray();
    }

    static double[] quotient(double[] a, double divisor) {
        return Arrays.stream(a).map(e -> e / divisor).toArray();
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

    /** The magnitude of the largest component, at least 1. */
    static double scale(double[] a, double[] b) {
        double scale = 1;
        for (double component : join(List.of(a, b))) {
            scale = Math.max(scale, Math.abs(component));
        }
        return scale;
    }
}
