// Enhanced loops over vectors, matrices, calls and data.
// f: 2x3 in 0.5..1.5, {1, 2, 4}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class EnhancedFor {
    @Differentiable
    static double f(double[][] m, int[] weights) {
        double y = 0;
        for (double[] row : m) {
            double product = 1;
            for (double e : row) {
                product *= e;
            }
            y += product;
        }
        for (int w : weights) {
            y += w * m[0][w % 3] * y;
        }
        for (double e : m[1].clone()) {
            y += e * e;
        }
        for (double e : doubled(m[0])) {
            y *= e;
        }
        return y;
    }

    private static double[] doubled(double[] a) {
        double[] b = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            b[i] = 2 * a[i];
        }
        return b;
    }
}
