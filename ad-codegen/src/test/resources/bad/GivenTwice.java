// AD-UNSUPPORTED 8: pass a copy
package bad;

import org.cotangent.ad.annotation.Differentiable;

final class GivenTwice {
    @Differentiable
    static double f(double[] x) {
        double[] a = x.clone();
        add(a, a, 3);
        return a[0];
    }

    private static void add(double[] a, double[] b, int depth) {
        if (depth == 0) {
            return;
        }
        for (int i = 0; i < a.length; i++) {
            a[i] += b[a.length - 1 - i];
        }
        add(a, b, depth - 1);
    }
}
