// Functions of two and three arguments, active in each.
// f: in 0.3..1.5, in 1.6..2.5, 0.7 | strict
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class MathTwoArguments {
    @Differentiable(wrt = {"x", "z"})
    static double f(double x, double z, double p) {
        double y = Math.pow(x, z) + Math.pow(x, p) * Math.pow(p, x) + Math.pow(x, 3) + Math.pow(z, -2) + Math.pow(z, 0.5);
        y += Math.atan2(x, z) * Math.atan2(p, x) + Math.hypot(x, z) * Math.hypot(x, p);
        y += Math.max(x, z) * Math.min(x, z) + Math.max(x, p - 5) + Math.min(p + 5, z);
        y += Math.fma(x, z, x * x) + Math.fma(x, p, 2) + Math.copySign(x, -z) * z + Math.copySign(p, x);
        y += Math.IEEEremainder(z, 10) * x + Math.scalb(x, 3) + Math.scalb(z, -2);
        y += StrictMath.pow(z, x) + StrictMath.atan2(z, x) * StrictMath.hypot(z, x) + StrictMath.max(x, z);
        y += StrictMath.min(x, z) * StrictMath.copySign(z, x) + StrictMath.fma(x, x, z) + StrictMath.scalb(x, 2);
        return y + StrictMath.IEEEremainder(x, 10);
    }
}
