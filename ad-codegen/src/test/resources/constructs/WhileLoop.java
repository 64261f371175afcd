// A loop whose number of turns depends on data.
// f: in 0.5..1.5, 27
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class WhileLoop {
    @Differentiable
    static double f(double x, int n) {
        double y = x;
        int k = n;
        while (k > 1) {
            y = k % 2 == 0 ? y * x : Math.sin(y) + x;
            k /= 2;
        }
        return y;
    }
}
