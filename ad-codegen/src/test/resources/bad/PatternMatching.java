// AD-INSTANCEOF 11: pass a number or a boolean
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class PatternMatching {
    static final Object SHAPE = 3;

    @Differentiable
    static double f(double x) {
        if (SHAPE instanceof Integer n) {
            return x * n;
        }
        return x;
    }
}
