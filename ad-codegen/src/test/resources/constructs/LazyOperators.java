// && and || look at their right side only if they must.
// f: 4 in 0.5..1.5, -1, 0
// f: 4 in 0.5..1.5, 3, 4
// f: 4 in 0.5..1.5, 4, 5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class LazyOperators {
    @Differentiable
    static double f(double[] x, int i, int n) {
        double y = x[0];
        if (i >= 0 && i < x.length && x[i] > 0) {
            y *= x[1];
        }
        if (i < 0 || i >= x.length || x[i] < 0) {
            y += x[2] * x[2];
        }
        if (n != 0 && 12 / n > 2 || n == 0) {
            y += x[3] * y;
        }
        int j = 0;
        while (j < x.length && x[j] > 0.1) {
            y += x[j++];
        }
        return y;
    }
}
