// NaN, infinities and signed zeros in data and in what is computed.
// f: 2 in 0.5..1.5, {NaN, Infinity, -Infinity, -0.0}
// g: 2 in 0.5..1.5, NaN | not finite
// g: 2 in 0.5..1.5, Infinity | not finite
// g: 2 in 0.5..1.5, -0.0
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class SpecialValues {
    @Differentiable(wrt = "x")
    static double f(double[] x, double[] data) {
        double y = x[0];
        for (double d : data) {
            if (d != d) {
                y *= x[1];
            } else if (d > 1e308) {
                y += Math.atan(d) * x[0];
            } else if (d == 0) {
                y += 1 / d > 0 ? x[0] : x[1] * x[1];
            } else {
                y += Math.exp(d) + x[1];
            }
        }
        double nan = 0.0 / 0.0;
        return nan == nan ? 0 : Double.NaN < 1 || Double.POSITIVE_INFINITY < y ? 1 : y;
    }

    @Differentiable(wrt = "x")
    static double g(double[] x, double p) {
        return x[0] * x[1] + p * x[0];
    }
}
