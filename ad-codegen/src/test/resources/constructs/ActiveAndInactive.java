// A variable that is active in one place and not in another.
// f: 3 in 0.5..1.5, 0.7
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ActiveAndInactive {
    @Differentiable(wrt = "x")
    static double f(double[] x, double p) {
        double t = p * p;
        double y = t * x[0];
        t = x[1] * y;
        y += t * t;
        t = 3;
        double[] a = {p, 2 * p, t};
        y += a[0] * a[1] * x[2];
        a[0] = y;
        double u = a[0] * a[1];
        a[0] = p;
        y += u * a[0];
        if (p > 0.5) {
            t = x[2];
        }
        return y * t;
    }
}
