// Lengths of the result that a local tells which is never assigned again.
// f: 3 in 0.5..1.5
// g: 4 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class VectorReturnedLocalLength {
    @Differentiable
    static double[] f(double[] x) {
        int n = x.length;
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = x[i] * Math.sin(x[n - 1 - i]);
        }
        return y;
    }

    @Differentiable
    static double[] g(double[] x) {
        final int last = x.length - 1;
        int size = 2 * last;
        double[] y = new double[Math.max(size, 1) + 1];
        for (int i = 0; i < last; i++) {
            y[2 * i] = x[i + 1] - x[i];
            y[2 * i + 1] = Math.exp(x[i]);
        }
        return y;
    }
}
