// AD-WRT 7: say which are variables and not data, for all of them write @Differentiable(wrt = {"x", "data"})
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class WrtMissing {
    @Differentiable
    static double f(double[] x, double[] data) {
        return x[0] * data[0];
    }
}
