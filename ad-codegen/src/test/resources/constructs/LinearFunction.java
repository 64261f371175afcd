// A function without curvature.
// f: 3 in -1..1, {1, 2, 3}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class LinearFunction {
    @Differentiable(wrt = "x")
    static double f(double[] x, double[] c) {
        double sum = 5;
        for (int i = 0; i < x.length; i++) {
            sum += c[i] * x[i];
        }
        return sum;
    }
}
