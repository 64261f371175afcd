// Functions of one argument that exist everywhere.
// f: in -1.3..-0.2 | strict
// f: in 0.2..1.3 | strict
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class MathElementary {
    @Differentiable
    static double f(double x) {
        double y = Math.sin(x) * Math.cos(x) + Math.tan(x) + Math.exp(x) * Math.expm1(x);
        y += Math.sinh(x) * Math.cosh(x) + Math.tanh(x) + Math.toRadians(x) + Math.toDegrees(x) * 0.01;
        y += Math.abs(x) * Math.abs(x * x - 10) + Math.signum(x) * x * x;
        y += StrictMath.sin(x) + StrictMath.cos(x) * StrictMath.tan(x) + StrictMath.exp(x) + StrictMath.expm1(x);
        y += StrictMath.sinh(x) + StrictMath.cosh(x) * StrictMath.tanh(x);
        return y + StrictMath.toRadians(x) * StrictMath.toDegrees(x) + StrictMath.abs(x) * StrictMath.signum(x);
    }
}
