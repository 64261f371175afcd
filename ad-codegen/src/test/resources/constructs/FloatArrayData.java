// float arrays as data.
// f: 4 in -1..1, 4 in -1..1, 2x4 in 0..1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class FloatArrayData {
    @Differentiable(wrt = "x")
    static double f(double[] x, float[] w, float[][] m) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += w[i] * x[i] * x[i];
            for (int k = 0; k < m.length; k++) {
                sum += m[k][i] * Math.cos(x[i] * k);
            }
        }
        return sum;
    }
}
