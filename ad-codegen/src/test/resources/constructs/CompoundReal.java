// Compound assignments of reals, to locals and elements.
// f: 4 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class CompoundReal {
    @Differentiable
    static double f(double[] x) {
        double y = x[0];
        y += x[1];
        y -= x[2] * x[2];
        y *= y + x[3];
        y /= 2 + x[1];
        y %= 100;
        double[] a = x.clone();
        a[0] += y;
        a[1] -= a[0];
        a[2] *= a[1];
        a[3] /= a[0];
        a[0] %= 50;
        return a[0] * a[2] + a[3] * y;
    }
}
