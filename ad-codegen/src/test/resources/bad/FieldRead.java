// AD-STATIC 11: make it final
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class FieldRead {
    static double scale = 2;

    @Differentiable
    static double f(double x) {
        return scale * x * x;
    }
}
