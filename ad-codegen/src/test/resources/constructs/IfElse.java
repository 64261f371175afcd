// Branches on active values, nested, with and without else.
// f: in 0.2..0.4, in 1..2
// f: in 0.6..0.9, in 1..2
// f: in 0.6..0.9, in -2..-1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class IfElse {
    @Differentiable(wrt = {"x", "z"})
    static double f(double x, double z) {
        double y = x;
        if (x > 0.5) {
            if (z > 0) {
                y = x * z;
            } else y = z * z;
            y *= x;
        } else if (z > 0) {
            y += Math.exp(z);
        }
        if (y > 100) y = 0;
        if (!(z > 0)) {
            y -= z * x;
        } else {
            z = x;
        }
        return y * z;
    }
}
