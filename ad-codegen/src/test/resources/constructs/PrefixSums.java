// Running sums in place.
// f: 5 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class PrefixSums {
    @Differentiable
    static double f(double[] x) {
        double[] sums = new double[x.length + 1];
        for (int i = 0; i < x.length; i++) {
            sums[i + 1] = sums[i] + x[i] * x[i];
        }
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        double y = 0;
        for (int i = 0; i + 2 < sums.length; i++) {
            y += (sums[i + 2] - sums[i]) * sums[i + 1];
        }
        return y;
    }
}
