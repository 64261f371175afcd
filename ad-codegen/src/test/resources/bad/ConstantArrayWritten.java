// AD-STATIC 11: work on a copy: CACHE.clone()
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class ConstantArrayWritten {
    static final double[] CACHE = new double[1];

    @Differentiable
    static double f(double x) {
        CACHE[0] = x * x;
        return CACHE[0];
    }
}
