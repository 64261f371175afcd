// System.arraycopy between arrays, and within one with overlap both ways.
// f: 5 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class SystemArraycopy {
    @Differentiable
    static double f(double[] x) {
        double[] a = new double[7];
        System.arraycopy(x, 0, a, 1, x.length);
        System.arraycopy(a, 1, a, 2, 4);
        a[1] *= a[2];
        System.arraycopy(a, 2, a, 0, 5);
        a[3] += a[0] * a[1];
        System.arraycopy(a, 0, a, 0, 3);
        System.arraycopy(x, 2, a, 6, 0);
        int[] k = {0, 1, 2, 3};
        System.arraycopy(k, 1, k, 0, 3);
        double y = 0;
        for (int i = 0; i < a.length; i++) {
            y += a[i] * a[i] * (i + 1);
        }
        return y * x[k[1]];
    }
}
