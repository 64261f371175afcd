// AD-NULL 9: use an empty array, or a boolean beside it
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class NullComparison {
    @Differentiable
    static double f(double[] x) {
        return x == null ? 0 : x[0];
    }
}
