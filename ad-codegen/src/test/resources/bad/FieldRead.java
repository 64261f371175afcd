// AD-STATIC 11: pass it as an argument, or make it final with a constant value
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class FieldRead {
    static double scale = 2;

    @Differentiable
    static double f(double x) {
        return scale * x * x;
    }
}
