// The index of the largest element decides.
// f: {in 0..0.1, in 0.2..0.3, in 0.6..0.7, in 0.8..1, in 0.4..0.5}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ArgMax {
    @Differentiable
    static double f(double[] x) {
        int best = 0;
        for (int i = 1; i < x.length; i++) {
            if (x[i] > x[best]) {
                best = i;
            }
        }
        return x[best] * x[(best + 1) % x.length] * best + x[0] * x[best];
    }
}
