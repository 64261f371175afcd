// AD-CLASS 9: declare it outside, a record for data
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class LocalClass {
    @Differentiable
    static double f(double x) {
        class Square {
            static double of(double t) {
                return t * t;
            }
        }
        return Square.of(x);
    }
}
