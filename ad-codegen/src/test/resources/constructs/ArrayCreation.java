// Arrays that are made: their elements start at zero, each time.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ArrayCreation {
    @Differentiable
    static double f(double[] x) {
        double y = 0;
        for (int t = 0; t < 3; t++) {
            double[] a = new double[2 + t];
            int[] counts = new int[x.length];
            boolean[] seen = new boolean[3];
            a[t] += x[t] * (y + 1);
            counts[t]++;
            for (int i = 0; i < a.length; i++) {
                y += a[i] * a[i] * (i + 1);
            }
            y += seen[t] ? 100 : counts[t] * x[0];
        }
        double[][] empty = new double[0][5];
        double[][] partly = new double[2][];
        partly[1] = new double[] {x[0], x[1]};
        return y + empty.length + partly[1][0] * partly[1][1];
    }
}
