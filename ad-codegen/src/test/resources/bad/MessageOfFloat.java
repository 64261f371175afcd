// AD-THROW 10: cast it to double
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class MessageOfFloat {
    @Differentiable(wrt = "x")
    static double f(double x, float limit) {
        if (x > limit) {
            throw new IllegalArgumentException("x is above " + limit);
        }
        return x;
    }
}
