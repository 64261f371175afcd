// Counters that move inside index expressions.
// f: 5 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class IncrementsInIndices {
    @Differentiable
    static double f(double[] x) {
        double[] a = new double[x.length];
        int i = 0;
        int j = x.length;
        while (j > 0) {
            a[i++] = x[--j] * (i + 1);
        }
        i = 0;
        a[i++] += x[i++] * a[i];
        a[i] *= a[i--] + a[i];
        a[++i] = a[i] * x[i - 1];
        a[a.length - i--] -= x[i];
        return a[0] * a[1] + a[2] * a[3] * a[4];
    }
}
