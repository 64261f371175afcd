// AD-UNSUPPORTED 8: work on a clone of it
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class WrittenIntData {
    @Differentiable
    static double f(double[] x, int[] order) {
        order[0] = 1;
        return x[order[0]] * x[0];
    }
}
