// AD-METHOD 10: rename one of them, to fOf... for example
// AD-UNSUPPORTED 10: give each a name of its own
// AD-METHOD 15: rename one of them, to fOf... for example
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class Overloaded {
    @Differentiable
    static double f(double x) {
        return x * x;
    }

    @Differentiable
    static double f(double x, int n) {
        return x * n;
    }
}
