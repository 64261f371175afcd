// A float array that holds active values, each rounded when it is stored.
// f: 3 in 0.5..2 | rounded
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class FloatArrayLocal {
    @Differentiable
    @SuppressWarnings("lossy-conversions")
    static double f(double[] x) {
        float[] a = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            a[i] = (float) (x[i] * x[i]);
        }
        a[1] += x[0];
        a[2] *= a[1];
        return a[0] * a[1] + a[2] * x[2];
    }
}
