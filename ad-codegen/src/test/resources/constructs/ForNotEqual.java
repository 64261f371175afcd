// A loop that ends when the counter equals the bound.
// f: 4 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForNotEqual {
    @Differentiable
    static double f(double[] x) {
        double y = 0.5;
        for (int i = 0; i != x.length; ++i) {
            y = Math.sin(y) * x[i] + y;
        }
        return y;
    }
}
