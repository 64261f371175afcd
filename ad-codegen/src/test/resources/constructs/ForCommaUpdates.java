// Several updates, also of a real.
// f: 4 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForCommaUpdates {
    @Differentiable
    static double f(double[] x) {
        double y = 0;
        double weight = x[0];
        int k = 0;
        for (int i = 0; i < x.length; i++, weight *= x[1], k += 2) {
            y += weight * x[i] * k;
        }
        return y + weight;
    }
}
