// Two counters that move towards each other.
// f: 5 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForTwoCounters {
    @Differentiable
    static double f(double[] x) {
        double y = 0;
        for (int i = 0, j = x.length - 1; i < j; i++, j--) {
            y += x[i] * x[j] * (i + 1);
        }
        return y + x[2] * y;
    }
}
