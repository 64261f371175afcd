// A vector function that works in a copy of its argument.
// f: 4 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class VectorReturnedClone {
    @Differentiable
    static double[] f(double[] x) {
        double[] y = x.clone();
        for (int i = 1; i < y.length; i++) {
            y[i] += y[i - 1] * y[i];
        }
        return y;
    }
}
