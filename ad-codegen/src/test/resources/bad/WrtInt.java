// AD-WRT 7: expected one of [x]
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class WrtInt {
    @Differentiable(wrt = {"x", "n"})
    static double f(double x, int n) {
        return x * n;
    }
}
