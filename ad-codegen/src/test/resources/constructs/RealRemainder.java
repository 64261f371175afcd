// The remainder of reals.
// f: in 5.2..5.8, in 1.4..1.6
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class RealRemainder {
    @Differentiable(wrt = {"x", "y"})
    static double f(double x, double y) {
        double a = x % 2;
        double b = -x % y;
        double c = x % y;
        return a * b + c * c * x;
    }
}
