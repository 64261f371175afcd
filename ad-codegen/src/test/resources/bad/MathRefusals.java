// AD-MATH 11: draw before and pass the numbers as data
// AD-MATH 12: multiply by 0x1p-52, or compute it outside of the method
// AD-MATH 13: add the distance you mean
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class MathRefusals {
    @Differentiable
    static double f(double x) {
        double a = Math.random();
        double b = Math.ulp(x) + StrictMath.nextUp(x) + Math.nextDown(x);
        return Math.nextAfter(x, 1) * a + b + Math.fma(1f, 2f, 3f);
    }
}
