// A vector function that works in all its arguments.
// f: 2 in 0.5..1.5, 2x2 in 0.5..1.5, in 0.5..1.5, 2x1x2 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class VectorInPlace {
    @Differentiable(wrt = {"x", "m", "s", "c"})
    static double[] f(double[] x, double[][] m, double s, double[][][] c) {
        s *= x[0] + m[0][0];
        x[1] = s * m[1][1];
        m[0][1] *= x[1] + x[0];
        c[1][0][1] += c[0][0][0] * m[0][1];
        m[1] = c[0][0];
        double[] y = {x[1] * m[0][1], s * c[1][0][1] + m[1][0] * c[1][0][0], m[1][1] * x[0]};
        m[0][0] = 0;
        x[0] = y[0];
        c[0][0][1] = 3;
        return y;
    }
}
