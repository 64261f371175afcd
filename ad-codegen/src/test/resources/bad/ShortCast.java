// AD-TYPE 9: expected double
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class ShortCast {
    @Differentiable
    static double f(double x, int n) {
        return (short) n * x;
    }
}
