// Tests and casts of active values by methods of the JDK.
// f: 2 in 0.5..1.5 | external
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ExternalOnActive {
    @Differentiable
    static double f(double[] x) {
        double y = x[0] * x[1];
        if (Double.isNaN(y) || Double.isInfinite(y)) {
            return 0;
        }
        return Double.compare(x[0], 10) < 0 ? Double.max(y, -5) * Double.sum(x[0], y) : y;
    }
}
