// The right side of && changes a variable, if it is reached.
// f: 3 in 0.5..1.5, 1
// f: 3 in 0.5..1.5, 0
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class LazySideEffects {
    @Differentiable
    static double f(double[] x, int n) {
        int k = 0;
        boolean first = n > 0 && ++k > 0;
        boolean second = n > 0 || k++ > 5;
        boolean third = n > 0 & k++ < 5;
        return x[k] * x[0] * (first ? 2 : 3) + (second ? x[1] : 1) * (third ? x[2] : 0.5);
    }
}
