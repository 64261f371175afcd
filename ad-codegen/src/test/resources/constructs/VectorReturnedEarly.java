// A vector function with several returns.
// f: 3 in 0.5..1.5, 1
// f: 3 in 0.5..1.5, 0
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class VectorReturnedEarly {
    @Differentiable
    static double[] f(double[] x, int kind) {
        if (kind == 0) {
            return new double[] {x[0] * x[1], x[2]};
        }
        double[] y = new double[2];
        y[1] = Math.exp(x[0]) * x[2];
        return y;
    }
}
