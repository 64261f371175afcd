// A helper that returns one of two arrays.
// f: 3 in 0.5..1.5, 2
// f: 3 in 0.5..1.5, 1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class HelperArrayChoice {
    @Differentiable
    static double f(double[] x, int n) {
        double[] a = x.clone();
        double[] b = {x[1], x[2], x[0]};
        double[] c = choose(n > 1, a, b);
        c[0] *= x[2];
        double[] d = n > 1 ? b : a;
        d[1] += x[0];
        return a[0] * b[0] + a[1] * b[1] * c[2];
    }

    private static double[] choose(boolean first, double[] a, double[] b) {
        if (first) {
            return a;
        }
        return b;
    }
}
