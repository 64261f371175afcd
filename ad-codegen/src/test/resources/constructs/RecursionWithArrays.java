// Recursion that works in one array, and makes arrays of its own.
// f: 8 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class RecursionWithArrays {
    @Differentiable
    static double f(double[] x) {
        double[] a = x.clone();
        transform(a, 0, a.length);
        return a[0] * a[3] + a[7] * a[5];
    }

    private static void transform(double[] a, int from, int to) {
        int n = to - from;
        if (n == 1) {
            return;
        }
        int half = n / 2;
        double[] t = new double[n];
        for (int i = 0; i < half; i++) {
            t[i] = a[from + i] + a[from + i + half];
            t[i + half] = a[from + i] * a[from + i + half];
        }
        System.arraycopy(t, 0, a, from, n);
        transform(a, from, from + half);
        transform(a, from + half, to);
    }
}
