// Reads at both ends of a vector.
// f: 5 in -1..1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Vectors {
    @Differentiable
    static double f(double[] x) {
        int n = x.length;
        return x[0] * x[n - 1] + Math.exp(x[n / 2]) * x[1] * x[n - 2];
    }
}
