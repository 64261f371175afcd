// A tridiagonal system solved by elimination in place.
// f: 4 in 0.1..0.5, 4 in 2..3, 4 in 0.1..0.5, 4 in -1..1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Tridiagonal {
    @Differentiable(wrt = {"lower", "diagonal", "upper", "x"})
    static double f(double[] lower, double[] diagonal, double[] upper, double[] x) {
        int n = x.length;
        for (int i = 1; i < n; i++) {
            double factor = lower[i] / diagonal[i - 1];
            diagonal[i] -= factor * upper[i - 1];
            x[i] -= factor * x[i - 1];
        }
        x[n - 1] /= diagonal[n - 1];
        for (int i = n - 2; i >= 0; i--) {
            x[i] = (x[i] - upper[i] * x[i + 1]) / diagonal[i];
        }
        double sum = 0;
        for (double e : x) {
            sum += e * e;
        }
        return sum;
    }
}
