// AD-MATH 9: multiply by 0x1p-52, or compute it outside of the method
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class MathUlp {
    @Differentiable
    static double f(double x) {
        return x + Math.ulp(x);
    }
}
