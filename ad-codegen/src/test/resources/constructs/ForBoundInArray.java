// A bound in an array that the body writes, and the length of an array that is replaced.
// f: 6 in 0.5..1.5, {6, 1}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ForBoundInArray {
    @Differentiable
    static double f(double[] x, int[] bounds) {
        int[] n = bounds.clone();
        double y = 1;
        for (int i = 0; i < n[0]; i++) {
            y += x[i] * y;
            n[0]--;
        }
        double[] a = x;
        for (int i = 0; i < a.length; i++) {
            y *= a[i];
            a = new double[] {x[0], x[1], x[2]};
        }
        for (int i = n[1]; i < n[0]; i++) {
            n[1] += 2;
            y += x[i];
        }
        return y * n[1];
    }
}
