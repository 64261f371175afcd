// A vector function that returns its values.
// f: 3 in 0.5..1.5, 2
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class VectorReturned {
    @Differentiable
    static double[] f(double[] x, int n) {
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = x[i] * x[i + 1] + Math.sin(x[0] * i);
        }
        return y;
    }
}
