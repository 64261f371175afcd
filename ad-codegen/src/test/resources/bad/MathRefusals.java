// AD-MATH 14: draw before and pass the numbers as data
// AD-MATH 15: multiply by 0x1p-52, or compute it outside of the method
// AD-MATH 15: add the distance you mean
// AD-MATH 15: subtract the distance you mean
// AD-MATH 16: add the distance you mean
// AD-MATH 16: use (float) Math.fma((double) a, b, c)
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
