// The marked method calls itself, twice in each turn.
// f: 2 in 0.5..1.5, 4
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class RecursionOfEntry {
    @Differentiable
    static double f(double[] x, int n) {
        if (n < 2) {
            return x[n];
        }
        return f(x, n - 1) * x[0] + Math.cos(f(x, n - 2));
    }
}
