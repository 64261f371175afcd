// Arrays given by their elements, of rank one and two.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ArrayInitialisers {
    @Differentiable
    static double f(double[] x) {
        double[] a = {x[0], x[1] * x[1], 3};
        double[] b = new double[] {a[1], 2, x[2]};
        double[][] m = {{1, x[0]}, {x[1], x[2] * x[0]}, b};
        double[][] n = new double[][] {a, {x[2]}, {}};
        int[] k = {2, 0, 1};
        int[][] table = {{1, 2}, {3}};
        long[] big = {1L << 35, 3};
        float[] small = {0.5f, 2};
        boolean[] flags = {true, x.length > 5};
        m[2][0] += 1;
        double y = m[1][1] * n[0][1] + b[0] * a[k[0]] + n[1][0] * table[1][0];
        return y * small[0] + (flags[0] ? x[1] : 0) + (flags[1] ? 1 : x[2]) * big[1] + n[2].length + big[0] * 1e-10;
    }
}
