// AD-WRT 7: expected parameters: [x]
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class WrtUnknown {
    @Differentiable(wrt = "y")
    static double f(double x) {
        return x * x;
    }
}
