// Lengths of the result that tell something only while the method runs.
// f: 3 in 0.5..1.5, 2
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class VectorReturnedLengths {
    @Differentiable
    static double[] f(double[] x, int n) {
        int k = n;
        double[] y = new double[k++];
        y[0] = x[0] * x[1] * k;
        y[n - 1] += Math.sin(x[2]);
        return y;
    }
}
