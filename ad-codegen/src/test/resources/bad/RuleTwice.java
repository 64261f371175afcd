// AD-RULE 18: rule two gives the partial derivative by x, as rule one does; leave one of them out
package bad;

import org.cotangent.ad.annotation.DerivativeOf;
import org.cotangent.ad.annotation.Differentiable;

final class RuleTwice {
    static double cube(double x) {
        return x * x * x;
    }

    @DerivativeOf(method = "cube", wrt = "x")
    static double one(double x) {
        return 3 * x * x;
    }

    @DerivativeOf(method = "cube")
    static double two(double x) {
        return 3 * x * x;
    }

    @Differentiable
    static double f(double x) {
        return cube(x);
    }
}
