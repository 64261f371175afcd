// AD-MATH 9: add the distance you mean
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class MathNextUp {
    @Differentiable
    static double f(double x) {
        return x * Math.nextUp(x);
    }
}
