// Arrays without elements, as data and local.
// f: 2 in 0.5..1.5, {}, {}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ZeroLength {
    @Differentiable(wrt = "x")
    static double f(double[] x, double[] none, int[][] nothing) {
        double[] a = new double[0];
        double y = x[0] * x[1];
        for (double e : none) {
            y *= e;
        }
        for (int i = 0; i < a.length + nothing.length; i++) {
            y += a[i];
        }
        double[] b = a.clone();
        return y + b.length + none.length;
    }
}
