// A vector function of floats, in arrays of several ranks.
// f: in 0.5..1.5, 2 in 0.5..1.5, 2x2 in 0.5..1.5 | rounded
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class VectorFloats {
    @Differentiable(wrt = {"s", "x", "m"})
    static double[] f(float s, float[] x, float[][] m) {
        double[] y = new double[5];
        y[0] = s * x[0];
        y[1] = x[1] * m[0][1] * m[1][0];
        y[2] = (double) m[0][0] * m[1][1];
        y[3] = s;
        y[4] = y[0] * y[2];
        return y;
    }
}
