// A bound that is reached.
// f: 4 in 0.5..1.5, 3
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForInclusive {
    @Differentiable
    static double f(double[] x, int last) {
        double product = 1;
        for (int i = 0; i <= last; i++) {
            product *= x[i] + i;
        }
        return product;
    }
}
