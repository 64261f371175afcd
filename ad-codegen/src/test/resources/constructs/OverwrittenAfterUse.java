// Variables and elements that are used, overwritten and used again.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class OverwrittenAfterUse {
    @Differentiable
    static double f(double[] x) {
        double t = x[0] * x[1];
        double y = t * t;
        t = Math.sin(y) * t;
        y += t * x[2];
        t = y;
        double[] a = {t, y, x[0]};
        a[0] = a[0] * a[1];
        a[1] = a[0] * a[2];
        a[0] = Math.exp(-a[0]) * a[1];
        t = a[0] / y;
        y *= t;
        t = 0;
        return y * a[1] + t;
    }
}
