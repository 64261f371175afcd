// An array parameter that the method works in: the caller's array is its own business.
// f: 4 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class InPlaceParameter {
    @Differentiable
    static double f(double[] x) {
        for (int i = 1; i < x.length; i++) {
            x[i] = x[i] * x[i - 1] + x[0];
        }
        x[0] = 2;
        return x[3] * x[1] * x[0];
    }
}
