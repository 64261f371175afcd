// ++ and -- before and behind, on ints, reals and elements.
// f: 5 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Increments {
    @Differentiable
    static double f(double[] x) {
        int i = 0;
        double y = x[i++] * 2;
        y += x[++i] * x[i--];
        y *= x[i];
        double z = y++;
        z -= --y * x[4];
        ++z;
        z--;
        double[] a = x.clone();
        a[0]++;
        --a[1];
        double before = a[2]++;
        double after = ++a[2];
        int[] k = {0, 1};
        int old = k[1]++;
        --k[0];
        return z * a[0] * a[1] + before * after + a[2] * x[old] + x[k[1]] * k[0];
    }
}
