// Returns before the end, in branches.
// f: in 0.1..0.4
// f: in 0.6..0.9
// f: in 1.1..1.9
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class EarlyReturn {
    @Differentiable
    static double f(double x) {
        if (x < 0.5) {
            return x * x;
        }
        double y = Math.exp(x);
        if (x < 1) {
            y *= x;
            return y;
        }
        return y + x;
    }
}
