// The argument changed by another name, and by a helper.
// f: 3 in 0.5..1.5, 2x2 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class InPlaceAlias {
    @Differentiable(wrt = {"x", "m"})
    static double f(double[] x, double[][] m) {
        double[] a = x;
        double[] row = m[1];
        double y = x[0] * row[0];
        a[0] = y * y;
        row[0] *= 2 * x[0];
        change(m[0], x);
        double[] swap = m[0];
        m[0] = m[1];
        m[1] = swap;
        return x[0] * m[1][0] + m[0][0] * a[1] * x[2];
    }

    private static void change(double[] a, double[] b) {
        a[0] = a[0] * b[1];
        b[1] += a[1] * b[2];
    }
}
