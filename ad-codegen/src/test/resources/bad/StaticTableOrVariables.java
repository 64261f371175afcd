// AD-STATIC 11: work on a copy: START.clone()
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class StaticTableOrVariables {
    static final double[] START = {1, -0.5};

    @Differentiable
    static double f(double[] x) {
        double[] from = x[0] > 0 ? x : START;
        return from[0] * from[1];
    }
}
