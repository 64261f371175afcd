// A vector function of a scalar, a vector and a matrix.
// f: in 0.5..1.5, 2 in 0.5..1.5, 2x2 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class VectorSeveralArguments {
    @Differentiable(wrt = {"s", "x", "a"})
    static double[] f(double s, double[] x, double[][] a) {
        double[] y = new double[3];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                y[i] += a[i][j] * x[j] * s;
            }
        }
        y[2] = y[0] * s + a[1][0];
        return y;
    }
}
