// AD-MATH 9: draw before and pass the numbers as data
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class MathRandom {
    @Differentiable
    static double f(double x) {
        return x * Math.random();
    }
}
