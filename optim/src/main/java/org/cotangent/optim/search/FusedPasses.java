package org.cotangent.optim.search;

/**
 * Changes a long vector and takes its product with another in one pass over memory, whose speed is
 * what long vectors cost. Four sums, because a single one would wait for each addition.
 */
final class FusedPasses {

    private FusedPasses() {}

    /** d = −a, and the new dᵀb. */
    static double negate(double[] a, double[] d, double[] b) {
        int end = d.length & -4;
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int i = 0; i < end; i += 4) {
            double d0 = -a[i];
            double d1 = -a[i + 1];
            double d2 = -a[i + 2];
            double d3 = -a[i + 3];
            d[i] = d0;
            d[i + 1] = d1;
            d[i + 2] = d2;
            d[i + 3] = d3;
            sum0 += d0 * b[i];
            sum1 += d1 * b[i + 1];
            sum2 += d2 * b[i + 2];
            sum3 += d3 * b[i + 3];
        }
        for (int i = end; i < d.length; i++) {
            d[i] = -a[i];
            sum0 += d[i] * b[i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    /** d += factor · a, and the new dᵀb. */
    static double add(double factor, double[] a, double[] d, double[] b) {
        int end = d.length & -4;
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int i = 0; i < end; i += 4) {
            double d0 = d[i] + factor * a[i];
            double d1 = d[i + 1] + factor * a[i + 1];
            double d2 = d[i + 2] + factor * a[i + 2];
            double d3 = d[i + 3] + factor * a[i + 3];
            d[i] = d0;
            d[i + 1] = d1;
            d[i + 2] = d2;
            d[i + 3] = d3;
            sum0 += d0 * b[i];
            sum1 += d1 * b[i + 1];
            sum2 += d2 * b[i + 2];
            sum3 += d3 * b[i + 3];
        }
        for (int i = end; i < d.length; i++) {
            d[i] += factor * a[i];
            sum0 += d[i] * b[i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    /** d = scale · (d + factor · a), and the new dᵀb. */
    static double addAndScale(double factor, double[] a, double scale, double[] d, double[] b) {
        int end = d.length & -4;
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int i = 0; i < end; i += 4) {
            double d0 = scale * (d[i] + factor * a[i]);
            double d1 = scale * (d[i + 1] + factor * a[i + 1]);
            double d2 = scale * (d[i + 2] + factor * a[i + 2]);
            double d3 = scale * (d[i + 3] + factor * a[i + 3]);
            d[i] = d0;
            d[i + 1] = d1;
            d[i + 2] = d2;
            d[i + 3] = d3;
            sum0 += d0 * b[i];
            sum1 += d1 * b[i + 1];
            sum2 += d2 * b[i + 2];
            sum3 += d3 * b[i + 3];
        }
        for (int i = end; i < d.length; i++) {
            d[i] = scale * (d[i] + factor * a[i]);
            sum0 += d[i] * b[i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }
}
