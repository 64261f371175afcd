// AD-STATIC 12: pass it as an argument, or make it final with a constant value
// AD-STATIC 13: pass it as an argument, or make it final with a constant value
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
