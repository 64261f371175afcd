// More values than variables, all of which are worked in.
// f: 2 in 0.5..1.5, in 0.5..1.5, 1x5 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class VectorInPlaceColumns {
    @Differentiable(wrt = {"x", "s", "m"})
    static double[] f(double[] x, double s, double[][] m) {
        double[] y = new double[10];
        for (int i = 0; i < 10; i++) {
            m[0][i % 5] *= x[i % 2] + s;
            x[i % 2] += 0.1 * m[0][(i + 1) % 5];
            s = s * 0.5 + x[1];
            y[i] = m[0][i % 5] * s;
        }
        m[0] = x;
        m[0][1] = y[3];
        y[9] += x[1] * x[0];
        return y;
    }
}
