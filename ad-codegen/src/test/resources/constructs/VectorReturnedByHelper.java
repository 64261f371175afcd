// A vector function that returns what a helper makes.
// f: 3 in 0.5..1.5, 2x3 in -1..1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class VectorReturnedByHelper {
    @Differentiable(wrt = "x")
    static double[] f(double[] x, double[][] a) {
        return squared(times(a, x));
    }

    private static double[] times(double[][] a, double[] x) {
        double[] y = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] += a[i][j] * x[j];
            }
        }
        return y;
    }

    private static double[] squared(double[] a) {
        double[] b = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            b[i] = a[i] * a[i];
        }
        return b;
    }
}
