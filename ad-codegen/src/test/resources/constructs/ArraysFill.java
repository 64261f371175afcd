// Arrays.fill of all and of a part, with active and constant values.
// f: 3 in 0.5..1.5
package constructs;

import java.util.Arrays;
import org.cotangent.ad.annotation.Differentiable;

final class ArraysFill {
    @Differentiable
    static double f(double[] x) {
        double[] a = new double[6];
        Arrays.fill(a, x[0] * x[1]);
        a[1] += x[2];
        Arrays.fill(a, 2, 4, x[2]);
        a[3] *= a[1];
        Arrays.fill(a, 4, 5, 0.5);
        double y = 0;
        for (double e : a) {
            y += e * e;
        }
        Arrays.fill(a, 0);
        y += a[1] * 100;
        int[] k = new int[3];
        Arrays.fill(k, 2);
        boolean[] flags = new boolean[2];
        Arrays.fill(flags, true);
        long[] l = new long[2];
        Arrays.fill(l, 0, 1, 7L);
        float[] s = new float[2];
        Arrays.fill(s, 0.25f);
        return y * x[k[1]] + (flags[1] ? x[0] * l[0] : 0) + s[1] * x[1];
    }
}
