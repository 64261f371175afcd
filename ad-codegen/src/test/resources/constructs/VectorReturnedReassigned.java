// The array returned is replaced on the way.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class VectorReturnedReassigned {
    @Differentiable
    static double[] f(double[] x) {
        double[] y = new double[2];
        y[0] = x[0] * x[1];
        if (x[0] > 0.9) {
            double[] z = y;
            y = new double[] {x[2], z[0]};
        }
        y[1] += x[1] * y[0];
        return y;
    }
}
