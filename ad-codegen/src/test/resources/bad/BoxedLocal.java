// AD-TYPE 9: expected double
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class BoxedLocal {
    @Differentiable
    static double f(double x) {
        Double boxed = x * x;
        return boxed + x;
    }
}
