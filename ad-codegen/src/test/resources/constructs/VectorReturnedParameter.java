// Functions that return their argument, worked on in place, and a row of it.
// f: 3 in 0.5..1.5
// g: 2x3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class VectorReturnedParameter {
    @Differentiable
    static double[] f(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= x[0];
        }
        return x;
    }

    @Differentiable
    static double[] g(double[][] x) {
        x[1][0] += x[0][0] * x[0][1];
        return x[1];
    }
}
