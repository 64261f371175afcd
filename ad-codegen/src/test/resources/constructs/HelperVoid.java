// Helpers that write arrays they are given.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class HelperVoid {
    @Differentiable
    static double f(double[] x) {
        double[] a = new double[3];
        double[] b = new double[3];
        multiply(x, x, a);
        multiply(a, x, b);
        shift(b, x[1]);
        multiply(b, x, a);
        clear(x);
        return a[0] * b[1] + a[2] + x[0];
    }

    private static void multiply(double[] a, double[] b, double[] c) {
        for (int i = 0; i < c.length; i++) {
            c[i] = a[i] * b[i];
        }
    }

    private static void shift(double[] a, double by) {
        for (int i = 0; i < a.length; i++) {
            if (i == 2) {
                return;
            }
            a[i] += by * i;
        }
    }

    private static void clear(double[] a) {
        a[0] = 0;
    }
}
