// The flat order is that of the declaration, not of wrt.
// f: in 0.5..2, 3 in 1..2, in 2..3
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class WrtOutOfOrder {
    @Differentiable(wrt = {"c", "b", "a"})
    static double f(double a, double[] b, double c) {
        return a * Math.exp(b[0] - c) + b[1] * b[2] * c + a / c;
    }
}
