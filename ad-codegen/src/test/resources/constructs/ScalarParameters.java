// Several scalars, some of them differentiated by.
// f: in 0.5..2, in -1..1, 0.7, 3, 4, true
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ScalarParameters {
    @Differentiable(wrt = {"x", "z"})
    static double f(double x, double z, double c, int n, long m, boolean flag) {
        double y = x * n + Math.sin(z) * m;
        return flag ? y * y * c + x * z : y;
    }
}
