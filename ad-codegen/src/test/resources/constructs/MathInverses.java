// Inverse functions inside of their domains.
// f: in -0.9..0.9 | strict
// g: in 1.1..3 | strict
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class MathInverses {
    @Differentiable
    static double f(double x) {
        return Math.asin(x) + 2 * Math.acos(x * x) + 3 * Math.atan(x) + StrictMath.asin(x / 2) * StrictMath.acos(x)
                + StrictMath.atan(2 * x);
    }

    @Differentiable
    static double g(double x) {
        return Math.log(x) * Math.log10(x) + Math.log1p(x) * Math.sqrt(x) + Math.cbrt(x) + StrictMath.log(x)
                + StrictMath.log10(x) * StrictMath.log1p(x) + StrictMath.sqrt(x) * StrictMath.cbrt(x);
    }
}
